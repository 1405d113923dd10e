import { TextInput } from '@mantine/core';
import { type Ref, useEffect, useId, useRef, useState } from 'react';
import { useFormat } from '../app/format.ts';
import { useTexts } from '../app/texts.ts';
import { readDay, typedDay } from '../app/typedTime.ts';
import { FieldError } from './FieldError.tsx';

interface Props {
  /** With `focus`, so that a form can go to the field. */
  ref?: Ref<HTMLInputElement>;
  label: string;
  /** `2026-12-03`, or nothing. */
  value: string;
  /** Only what is a day, or nothing. */
  onChange: (day: string) => void;
  onBlur?: () => void;
  autoFocus?: boolean;
  /** Under the field for as long as it is empty. */
  hint?: string;
  /** What the form has to say about the day. */
  problem?: string | null | false;
}

/** What is typed, which follows the value when the form changes it by itself. */
function useTypedDay(value: string) {
  const [typed, setTyped] = useState(() => typedDay(value));
  const [follows, setFollows] = useState(value);
  if (follows !== value) {
    setFollows(value);
    if (readDay(typed) !== value) setTyped(typedDay(value));
  }
  return [typed, setTyped] as const;
}

/** A form with a day that cannot be read is not sent; the focus goes to the field. */
function useRefusal(input: { current: HTMLInputElement | null }, isUnread: boolean, onRefuse: () => void): void {
  useEffect(() => {
    const form = input.current?.form;
    if (!form || !isUnread) return;
    const refuse = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      input.current?.focus();
      onRefuse();
    };
    form.addEventListener('submit', refuse, { capture: true });
    return () => form.removeEventListener('submit', refuse, { capture: true });
  });
}

/** A day as it is typed, day first, the same in every language of the computer; under it, how it is understood. */
export function DayField({ ref, label, value, onChange, onBlur, autoFocus, hint, problem }: Props) {
  const t = useTexts();
  const format = useFormat();
  const [typed, setTyped] = useTypedDay(value);
  const [isLeft, setLeft] = useState(false);
  const input = useRef<HTMLInputElement | null>(null);
  const underId = useId();
  const day = readDay(typed);
  const isUnread = typed.trim() !== '' && day === null;
  useRefusal(input, isUnread, () => setLeft(true));
  const wrong = isUnread ? isLeft && t('common:notADay', { field: label }) : problem;

  function change(text: string): void {
    setTyped(text);
    setLeft(false);
    const read = text.trim() === '' ? '' : readDay(text);
    if (read !== null && read !== value) onChange(read);
  }

  return (
    <div>
      <TextInput
        ref={(element) => {
          input.current = element;
          if (typeof ref === 'function') return ref(element);
          if (ref) ref.current = element;
        }}
        label={label}
        placeholder={t('common:dayExample')}
        maxLength={10}
        autoComplete="off"
        spellCheck={false}
        autoFocus={autoFocus}
        value={typed}
        aria-invalid={Boolean(wrong)}
        aria-describedby={underId}
        onChange={({ currentTarget }) => change(currentTarget.value)}
        onBlur={() => {
          setLeft(true);
          onBlur?.();
        }}
      />
      <div id={underId}>
        {day !== null && <small>{format.longDate(day)}</small>}
        {typed.trim() === '' && hint && <small>{hint}</small>}
        {wrong && <FieldError>{wrong}</FieldError>}
      </div>
    </div>
  );
}
