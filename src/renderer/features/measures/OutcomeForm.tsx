import { Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import type { Measure } from '../../../shared/contract/measures.ts';
import { announce } from '../../app/announce.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { SubmitButton } from '../../components/SubmitButton.tsx';
import { KeptLine } from '../unfinished/KeptLine.tsx';
import { type Unfinished, useUnfinished } from '../unfinished/useUnfinished.ts';
import styles from './measures.module.css';

/** What came of a conversation, a report, a claim or a case. */
export function OutcomeForm({ measure }: { measure: Measure }) {
  const unfinished = useUnfinished(`outcome ${measure.id}`, z.string(), measure.callerId);
  if (unfinished.kept === undefined) return null;
  return <Field measure={measure} kept={unfinished.kept} unfinished={unfinished} />;
}

interface FieldProps {
  measure: Measure;
  /** What was typed before and is not stored. */
  kept: string | null;
  unfinished: Omit<Unfinished<string>, 'kept'>;
}

function Field({ measure, kept, unfinished }: FieldProps) {
  const t = useTexts();
  const { queries } = useApi();
  const [typed, setTyped] = useState(kept);
  // Until somebody types, what is stored comes in when it is known.
  const outcome = typed ?? measure.outcome;
  const save = useMutation(
    queries.measures.noteOutcome.mutationOptions({
      onSuccess: () => {
        void unfinished.drop();
        announce(t('measures:detail.done'));
      },
    }),
  );
  return (
    <form
      className={styles.form}
      aria-label={t('measures:detail.outcome')}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ measureId: measure.id, outcome });
      }}
    >
      <Textarea
        label={t('measures:detail.outcome')}
        rows={2}
        maxLength={4000}
        value={outcome}
        onChange={({ target }) => {
          setTyped(target.value);
          unfinished.keep(target.value);
        }}
      />
      <div className={styles.buttons}>
        <SubmitButton variant="default" loading={save.isPending} ready={outcome !== measure.outcome}>
          {t('measures:detail.outcomeSave')}
        </SubmitButton>
        <KeptLine saveState={unfinished.saveState} />
      </div>
      {save.isError && <FieldError>{t('measures:detail.failed')}</FieldError>}
    </form>
  );
}
