import { Textarea } from '@mantine/core';
import { safe } from '@orpc/client';
import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { KeptFormButtons } from '../unfinished/KeptFormButtons.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import styles from './measures.module.css';

interface FieldsProps<Typed> {
  title: string;
  label: string;
  hint?: string;
  submit: string;
  busy: boolean;
  failed: boolean;
  /** What must be said besides the text. */
  children?: (typed: Typed, change: (changed: Partial<Typed>) => void) => ReactNode;
  /** Null when something besides the text is missing. */
  onSubmit: (typed: Typed) => Promise<unknown> | null;
  onClose: () => void;
}

interface Props<Typed> extends FieldsProps<Typed> {
  /** Which form, and about what: `lift 12`. */
  form: string;
  callerId: number;
  schema: z.ZodType<Typed>;
  empty: Typed;
}

/** A short form around one text that must be there; what is typed is kept until it is saved or cancelled. */
export function ReasonForm<Typed extends { text: string }>({ form, callerId, schema, empty, ...props }: Props<Typed>) {
  return (
    <Unfinished form={form} schema={schema} empty={empty} callerId={callerId}>
      {(typing) => <Fields {...props} typing={typing} />}
    </Unfinished>
  );
}

function Fields<Typed extends { text: string }>({
  title,
  label,
  hint,
  submit,
  busy,
  failed,
  children,
  onSubmit,
  onClose,
  typing,
}: FieldsProps<Typed> & { typing: Typing<Typed> }) {
  const t = useTexts();
  const [typed, setTyped] = useState(typing.start);
  const [tried, setTried] = useState(false);

  function change(changed: Typed): void {
    setTyped(changed);
    typing.keep(changed);
  }

  async function save(): Promise<void> {
    setTried(true);
    const text = typed.text.trim();
    const saving = text === '' ? null : onSubmit({ ...typed, text });
    if (!saving) return;
    const { error } = await safe(saving);
    if (!error) await safe(typing.drop());
  }

  return (
    <form
      className={styles.form}
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {children?.(typed, (changed) => change({ ...typed, ...changed }))}
      <div>
        <Textarea
          label={label}
          autoFocus
          autosize={false}
          rows={3}
          maxLength={4000}
          value={typed.text}
          aria-describedby={hint && 'reason-form-hint'}
          onChange={({ target }) => change({ ...typed, text: target.value })}
        />
        {hint && <small id="reason-form-hint">{hint}</small>}
        {tried && typed.text.trim() === '' && <FieldError>{t('measures:form.errors.reason')}</FieldError>}
      </div>
      <KeptFormButtons submit={submit} busy={busy} typing={typing} onClose={onClose} />
      {failed && <FieldError>{t('measures:detail.failed')}</FieldError>}
    </form>
  );
}
