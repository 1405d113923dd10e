import { Button } from '@mantine/core';
import { isDefinedError, safe } from '@orpc/client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useApi } from '../../app/api.ts';
import { closeSheet, confirm } from '../../app/deskStore.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { KeyHint } from '../../components/KeyHint.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { KeptLine } from '../unfinished/KeptLine.tsx';
import { ResumedNotice } from '../unfinished/ResumedNotice.tsx';
import type { Typing } from '../unfinished/Unfinished.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import { CallerFields } from './CallerFields.tsx';
import styles from './CallerSheet.module.css';
import { callerNameKey } from './callerName.ts';
import { readBirthDate } from './newCaller.ts';
import { changesOf, type TypedDetails } from './typedDetails.ts';

interface Props {
  callerId: number;
  /** What stands on the card now. */
  card: TypedDetails;
  /** What was changed in the form and not saved yet. */
  typing: Typing<Partial<TypedDetails>>;
  onBeginAgain: () => void;
  onClose: () => void;
}

export type Problem = { field: keyof TypedDetails | 'form'; text: string };

export function CallerForm({ callerId, card, typing, onBeginAgain, onClose }: Props) {
  const t = useTexts();
  const { client } = useApi();
  const queryClient = useQueryClient();
  const [startingCard] = useState(card);
  const form = useForm<TypedDetails>({ defaultValues: { ...card, ...typing.start } });
  const [problem, setProblem] = useState<Problem | null>(null);
  const { keep } = typing;
  const keepChanges = useCallback(
    (typed: TypedDetails) => {
      keep(changesOf(typed, startingCard));
      setProblem(null);
    },
    [keep, startingCard],
  );
  useKeepTyping(form, keepChanges);

  function refuse(field: keyof TypedDetails, text: string): void {
    setProblem({ field, text });
    form.setFocus(field);
  }

  async function save(typed: TypedDetails): Promise<void> {
    const birthDate = typed.birthDate.trim() === '' ? null : readBirthDate(typed.birthDate);
    const name = typed.displayName.trim();
    if (name === '') return refuse('displayName', t('callers:edit.nameMissing'));
    if (typed.birthDate.trim() !== '' && !birthDate) return refuse('birthDate', t('callers:badBirthDate'));
    const numbers = typed.numbers.split('\n').flatMap((line) => line.trim() || []);
    const { error } = await safe(client.callers.update({ callerId, details: { ...typed, birthDate, numbers } }));
    if (error) {
      return isDefinedError(error) && error.code === 'BAD_NUMBER'
        ? refuse(
            numbers.includes(error.data.number) ? 'numbers' : 'generalPractitionerNumber',
            t('callers:badNumber', { number: error.data.number }),
          )
        : setProblem({
            field: 'form',
            text: t(
              isDefinedError(error) && error.code === 'RESTRICTED'
                ? 'callers:restriction.refused'
                : 'desk:actionFailed',
            ),
          });
    }
    await safe(typing.drop());
    queryClient.setQueryData(callerNameKey(callerId), name);
    closeSheet();
    confirm(t('callers:edit.saved', { name }));
  }

  async function beginAgain(): Promise<void> {
    await safe(typing.drop());
    onBeginAgain();
  }

  const submit = form.handleSubmit(save);
  useShortcuts('sheet', { 'Ctrl+Enter': () => void submit() });

  return (
    <Sheet
      title={t('callers:edit.title')}
      closeLabel={t('desk:escKeeps')}
      onClose={onClose}
      footer={
        <div className={styles.footer}>
          <div className={styles.message}>
            {problem ? <FieldError>{problem.text}</FieldError> : <KeptLine saveState={typing.saveState} />}
          </div>
          <Button onClick={() => void submit()} aria-keyshortcuts="Control+Enter">
            {t('common:save')}
            <KeyHint>Ctrl ⏎</KeyHint>
          </Button>
        </div>
      }
    >
      {Object.keys(typing.start).length > 0 && <ResumedNotice onBeginAgain={() => void beginAgain()} />}
      <CallerFields control={form.control} problem={problem} />
    </Sheet>
  );
}
