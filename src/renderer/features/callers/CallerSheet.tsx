import { Button } from '@mantine/core';
import { isDefinedError, safe } from '@orpc/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CallerDetails } from '../../../shared/contract/callers.ts';
import { useApi } from '../../app/api.ts';
import { closeSheet, confirm } from '../../app/deskStore.ts';
import { useFormat } from '../../app/format.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { KeyHint } from '../../components/KeyHint.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { TextBox } from '../../components/TextBox.tsx';
import { TextField } from '../../components/TextField.tsx';
import styles from './CallerSheet.module.css';
import { callerNameKey } from './callerName.ts';
import { readBirthDate } from './newCaller.ts';

interface Props {
  callerId: number;
  onClose: () => void;
}

/** The details on a caller's card, such as what to ask before anything personal is said. */
export function CallerSheet({ callerId, onClose }: Props) {
  const { queries } = useApi();
  const { data: card } = useQuery(queries.callers.card.queryOptions({ input: { callerId } }));
  return card ? <CallerForm callerId={callerId} details={card.details} onClose={onClose} /> : null;
}

interface Typed extends Omit<CallerDetails, 'birthDate' | 'numbers'> {
  birthDate: string;
  numbers: string;
}

function CallerForm({ callerId, details, onClose }: Props & { details: CallerDetails }) {
  const t = useTexts();
  const format = useFormat();
  const { client } = useApi();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<{ field: keyof Typed | 'form'; text: string } | null>(null);
  const [typed, setTyped] = useState<Typed>({
    ...details,
    birthDate: details.birthDate ? format.birthDate(details.birthDate) : '',
    numbers: details.numbers.join('\n'),
  });

  const field = (name: keyof Typed) => ({
    value: typed[name],
    onChange: (value: string) => {
      setTyped({ ...typed, [name]: value });
      setProblem(null);
    },
  });

  async function save(): Promise<void> {
    const birthDate = typed.birthDate.trim() === '' ? null : readBirthDate(typed.birthDate);
    if (typed.displayName.trim() === '')
      return setProblem({ field: 'displayName', text: t('callers:edit.nameMissing') });
    if (typed.birthDate.trim() !== '' && !birthDate)
      return setProblem({ field: 'birthDate', text: t('callers:badBirthDate') });
    const numbers = typed.numbers.split('\n').flatMap((line) => line.trim() || []);
    const { error } = await safe(client.callers.update({ callerId, details: { ...typed, birthDate, numbers } }));
    if (!error) {
      queryClient.setQueryData(callerNameKey(callerId), typed.displayName.trim());
      closeSheet();
      return confirm(t('callers:edit.saved', { name: typed.displayName.trim() }));
    }
    setProblem(
      isDefinedError(error) && error.code === 'BAD_NUMBER'
        ? { field: 'numbers', text: t('callers:badNumber', { number: error.data.number }) }
        : { field: 'form', text: t('desk:actionFailed') },
    );
  }

  useShortcuts('sheet', { 'Ctrl+Enter': () => void save() });

  return (
    <Sheet
      title={t('callers:edit.title')}
      closeLabel={t('desk:escBack')}
      onClose={onClose}
      footer={
        <div className={styles.footer}>
          <div className={styles.message}>{problem && <FieldError>{problem.text}</FieldError>}</div>
          <Button onClick={() => void save()} aria-keyshortcuts="Control+Enter">
            {t('common:save')}
            <KeyHint>Ctrl ⏎</KeyHint>
          </Button>
        </div>
      }
    >
      <TextField
        label={t('callers:name')}
        maxLength={120}
        invalid={problem?.field === 'displayName'}
        {...field('displayName')}
      />
      <TextField
        label={t('callers:edit.checkFirst')}
        hint={t('callers:edit.checkFirstHelp')}
        maxLength={120}
        {...field('checkFirst')}
      />
      <TextBox
        label={t('callers:edit.numbers')}
        hint={t('callers:edit.numbersHelp')}
        rows={2}
        maxLength={500}
        {...field('numbers')}
      />
      <div className={styles.pair}>
        <TextField
          label={t('callers:birthDate')}
          placeholder={t('callers:birthDateExample')}
          maxLength={12}
          invalid={problem?.field === 'birthDate'}
          {...field('birthDate')}
        />
        <TextField label={t('callers:edit.generalPractitioner')} maxLength={120} {...field('generalPractitioner')} />
        <TextField label={t('callers:edit.addressForm')} maxLength={120} {...field('addressForm')} />
        <TextField label={t('callers:edit.spokenLanguage')} maxLength={120} {...field('spokenLanguage')} />
      </div>
      <TextBox label={t('callers:edit.remark')} rows={3} maxLength={20_000} {...field('remark')} />
    </Sheet>
  );
}
