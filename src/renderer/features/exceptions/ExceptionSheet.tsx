import { Button } from '@mantine/core';
import { isDefinedError, safe } from '@orpc/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/api.ts';
import { closeSheet, confirm } from '../../app/deskStore.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { KeyHint } from '../../components/KeyHint.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { TextField } from '../../components/TextField.tsx';
import { readDay } from '../agreements/moments.ts';
import styles from './ExceptionSheet.module.css';

type Field = 'what' | 'why' | 'lastDay';

interface Props {
  callerId: number;
  onClose: () => void;
}

/** Grants something against the normal procedure, so that every colleague does the same until it ends. */
export default function ExceptionSheet({ callerId, onClose }: Props) {
  const t = useTexts();
  const { client, queries } = useApi();
  const { data: card } = useQuery(queries.callers.card.queryOptions({ input: { callerId } }));
  const [typed, setTyped] = useState<Record<Field, string>>({ what: '', why: '', lastDay: '' });
  const [problem, setProblem] = useState<{ field: Field | 'form'; text: string } | null>(null);
  const name = card?.details.displayName ?? '';

  const field = (field: Field) => ({
    label: t(`exceptions:form.${field}`),
    value: typed[field],
    invalid: problem?.field === field,
    onChange: (value: string) => {
      setTyped({ ...typed, [field]: value });
      setProblem(null);
    },
  });

  async function save(): Promise<void> {
    const [what, why, lastDay] = [typed.what.trim(), typed.why.trim(), readDay(typed.lastDay)];
    if (what === '') return setProblem({ field: 'what', text: t('exceptions:form.missing') });
    if (why === '') return setProblem({ field: 'why', text: t('exceptions:form.missing') });
    if (!lastDay) return setProblem({ field: 'lastDay', text: t('agreements:form.badDate') });
    const { error } = await safe(client.exceptions.grant({ callerId, terms: { what, why, lastDay } }));
    if (!error) {
      closeSheet();
      return confirm(t('exceptions:saved', { name }));
    }
    setProblem(
      isDefinedError(error) && error.code === 'FIELD'
        ? { field: 'lastDay', text: t('exceptions:form.tooEarly') }
        : { field: 'form', text: t('desk:actionFailed') },
    );
  }

  useShortcuts('sheet', { 'Ctrl+Enter': () => void save() });

  return (
    <Sheet
      title={t('exceptions:title')}
      aside={name}
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
      <p>{t('exceptions:form.intro')}</p>
      <TextField {...field('what')} hint={t('exceptions:form.whatHint')} maxLength={120} />
      <TextField {...field('why')} hint={t('exceptions:form.whyHint')} maxLength={120} />
      <TextField {...field('lastDay')} placeholder={t('agreements:form.dateExample')} maxLength={10} />
    </Sheet>
  );
}
