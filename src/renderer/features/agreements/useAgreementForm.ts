import { isDefinedError, safe } from '@orpc/client';
import { useState } from 'react';
import type { Agreement, AgreementTerms } from '../../../shared/contract/agreements.ts';
import { useApi } from '../../app/api.ts';
import { closeSheet, confirm } from '../../app/deskStore.ts';
import { useTexts } from '../../app/texts.ts';
import { readDay, readTime } from '../../app/typedTime.ts';
import type { Typing } from '../unfinished/Unfinished.tsx';
import type { TypedAgreement } from './typedAgreement.ts';

type Field = keyof AgreementTerms | 'form';

/** What is typed in the form for an agreement, and what is done with it. */
export function useAgreementForm(callerId: number, name: string, typing: Typing<TypedAgreement>) {
  const t = useTexts();
  const { client } = useApi();
  const [problem, setProblem] = useState<{ field: Field; text: string } | null>(null);
  const [typed, setTyped] = useState(typing.start);

  function change(part: Partial<TypedAgreement>): void {
    const changed = { ...typed, ...part };
    setTyped(changed);
    typing.keep(changed);
    setProblem(null);
  }

  /** The terms as they were typed; null when something cannot be read, which is then said. */
  function read(): AgreementTerms | null {
    const wrong = (field: Field, text: string) => {
      setProblem({ field, text });
      return null;
    };
    const moments = typed.moments.flatMap(({ weekday, from, until }) => {
      const [start, end] = [readTime(from), readTime(until)];
      return start && end ? [{ weekday, from: start, until: end }] : [];
    });
    if (typed.moments.length === 0) return wrong('moments', t('agreements:form.noMoments'));
    if (moments.length < typed.moments.length) return wrong('moments', t('agreements:form.badTime'));
    const [startsOn, lastDay, reviewOn] = [readDay(typed.startsOn), readDay(typed.lastDay), readDay(typed.reviewOn)];
    if (!startsOn) return wrong('startsOn', t('agreements:form.badDate'));
    if (!lastDay) return wrong('lastDay', t('agreements:form.badDate'));
    if (!reviewOn) return wrong('reviewOn', t('agreements:form.badDate'));
    const [reason, agreedWith] = [typed.reason.trim(), typed.agreedWith.trim()];
    if (reason === '') return wrong('reason', t('agreements:form.missing'));
    if (agreedWith === '') return wrong('agreedWith', t('agreements:form.missing'));
    return { callsPerWeek: typed.callsPerWeek, moments, startsOn, lastDay, reviewOn, reason, agreedWith };
  }

  function textOf(code: string): string {
    switch (code) {
      case 'tooEarly':
      case 'outside':
      case 'untilBeforeFrom':
      case 'twice':
        return t(`agreements:form.${code}`);
      default:
        return t('desk:actionFailed');
    }
  }

  function fieldOf(name: string): Field {
    return name === 'lastDay' || name === 'reviewOn' || name === 'moments' ? name : 'form';
  }

  async function save(): Promise<void> {
    const agreed = read();
    if (!agreed) return;
    const { error } = await safe(client.agreements.make({ callerId, terms: agreed }));
    if (!error) {
      await safe(typing.drop());
      closeSheet();
      return confirm(t('agreements:saved', { name }));
    }
    if (isDefinedError(error) && error.code === 'FIELD')
      return setProblem({ field: fieldOf(error.data.field), text: textOf(error.data.problem) });
    setProblem({ field: 'form', text: t('desk:actionFailed') });
  }

  async function end({ id, terms: ended }: Agreement): Promise<void> {
    const { error } = await safe(client.agreements.end({ agreementId: id }));
    if (error) return setProblem({ field: 'form', text: t('desk:actionFailed') });
    await safe(typing.drop());
    closeSheet();
    confirm(t('agreements:ended', { name }), () => void safe(client.agreements.make({ callerId, terms: ended })));
  }

  return { typed, change, problem, save, end };
}
