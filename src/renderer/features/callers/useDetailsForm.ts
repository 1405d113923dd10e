import { isDefinedError, safe } from '@orpc/client';
import { useCallback, useState } from 'react';
import { type UseFormReturn, useForm } from 'react-hook-form';
import type { CallerDetails } from '../../../shared/contract/callers.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import type { Typing } from '../unfinished/Unfinished.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import { readBirthDate } from './newCaller.ts';
import { changesOf, type TypedDetails } from './typedDetails.ts';

export type Problem = { field: keyof TypedDetails | 'form'; text: string };

interface Start {
  callerId: number;
  /** What stands on the card now. */
  card: TypedDetails;
  /** What was changed in the form and not saved yet. */
  typing: Typing<Partial<TypedDetails>>;
  /** The request that it is put right for, if any. */
  requestId?: number;
  onSaved: (name: string) => void;
}

export interface DetailsForm {
  form: UseFormReturn<TypedDetails>;
  problem: Problem | null;
  submit: () => Promise<void>;
}

/** The details of a card while they are changed: what is typed is read, saved, and refused at its field. */
export function useDetailsForm({ callerId, card, typing, requestId, onSaved }: Start): DetailsForm {
  const t = useTexts();
  const { client } = useApi();
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

  const send = (details: CallerDetails) =>
    requestId === undefined
      ? client.callers.update({ callerId, details })
      : client.privacy.rectify({ requestId, change: { record: 'card', details } });

  async function save(typed: TypedDetails): Promise<void> {
    const birthDate = typed.birthDate.trim() === '' ? null : readBirthDate(typed.birthDate);
    const name = typed.displayName.trim();
    if (name === '') return refuse('displayName', t('callers:edit.nameMissing'));
    if (typed.birthDate.trim() !== '' && !birthDate) return refuse('birthDate', t('callers:badBirthDate'));
    const numbers = typed.numbers.split('\n').flatMap((line) => line.trim() || []);
    const { error } = await safe(send({ ...typed, birthDate, numbers }));
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
    onSaved(name);
  }

  return { form, problem, submit: form.handleSubmit(save) };
}
