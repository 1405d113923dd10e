import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Objection, type ObjectionOutcome, objectionOutcome } from '../../../shared/contract/measures.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { Notice } from '../../components/Notice.tsx';
import styles from './measures.module.css';
import { ReasonForm } from './ReasonForm.tsx';

/** What a caller brought against a measure, and what was answered. */
export function Objections({ objections }: { objections: readonly Objection[] }) {
  const t = useTexts();
  if (objections.length === 0) return null;
  return (
    <section className={styles.facts}>
      <h4 className={styles.subtitle}>{t('measures:detail.objections')}</h4>
      {objections.map((objection) => (
        <One key={objection.id} objection={objection} />
      ))}
    </section>
  );
}

function One({ objection }: { objection: Objection }) {
  const t = useTexts();
  const format = useFormat();
  const [answering, setAnswering] = useState(false);
  const { receivedOn, recordedByName, text, answer } = objection;
  const from = t('measures:detail.objectionFrom', { date: format.shortDate(receivedOn), name: recordedByName });
  return (
    <>
      <Notice tone={answer ? 'plain' : 'due'} title={from}>
        <span className={styles.text}>{text}</span>
        {answer && (
          <>
            <b>
              {t('measures:detail.answered', {
                outcome: t(`measures:detail.outcomes.${answer.outcome}`),
                name: answer.answeredByName,
                date: format.date(answer.answeredAt),
              })}
            </b>
            <span className={styles.text}>{answer.text}</span>
            {answer.outcome === 'upheld' && <small>{t('measures:detail.upheldHint')}</small>}
          </>
        )}
      </Notice>
      {!answer && !answering && (
        <div className={styles.buttons}>
          <Button variant="default" onClick={() => setAnswering(true)}>
            {t('measures:detail.answer')}
          </Button>
        </div>
      )}
      {!answer && answering && <Answer objectionId={objection.id} onDone={() => setAnswering(false)} />}
    </>
  );
}

function Answer({ objectionId, onDone }: { objectionId: number; onDone: () => void }) {
  const t = useTexts();
  const { queries } = useApi();
  const [outcome, setOutcome] = useState<ObjectionOutcome | null>(null);
  const [missing, setMissing] = useState(false);
  const answer = useMutation(queries.measures.answerObjection.mutationOptions({ onSuccess: onDone }));
  return (
    <ReasonForm
      title={t('measures:detail.answer')}
      label={t('measures:detail.answerText')}
      submit={t('measures:detail.answerSubmit')}
      busy={answer.isPending}
      failed={answer.isError}
      onCancel={onDone}
      onSubmit={(text) => {
        setMissing(outcome === null);
        if (outcome) answer.mutate({ objectionId, outcome, text });
      }}
    >
      <Chips
        title={t('measures:detail.outcome')}
        error={missing && outcome === null ? t('measures:detail.outcomeMissing') : null}
      >
        {objectionOutcome.options.map((one) => (
          <Chip key={one} selected={outcome === one} onToggle={() => setOutcome(one)}>
            {t(`measures:detail.outcomes.${one}`)}
          </Chip>
        ))}
      </Chips>
    </ReasonForm>
  );
}
