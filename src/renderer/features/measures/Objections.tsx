import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { type Objection, objectionOutcome } from '../../../shared/contract/measures.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { Notice } from '../../components/Notice.tsx';
import styles from './measures.module.css';
import { ReasonForm } from './ReasonForm.tsx';

/** What a caller brought against a measure, and what was answered. */
export function Objections({ objections, callerId }: { objections: readonly Objection[]; callerId: number }) {
  const t = useTexts();
  if (objections.length === 0) return null;
  return (
    <section className={styles.facts}>
      <h4 className={styles.subtitle}>{t('measures:detail.objections')}</h4>
      {objections.map((objection) => (
        <One key={objection.id} objection={objection} callerId={callerId} />
      ))}
    </section>
  );
}

function One({ objection, callerId }: { objection: Objection; callerId: number }) {
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
      {!answer && answering && (
        <Answer objectionId={objection.id} callerId={callerId} onDone={() => setAnswering(false)} />
      )}
    </>
  );
}

const typedAnswer = z.object({ text: z.string(), outcome: objectionOutcome.nullable() });

interface AnswerProps {
  objectionId: number;
  callerId: number;
  onDone: () => void;
}

function Answer({ objectionId, callerId, onDone }: AnswerProps) {
  const t = useTexts();
  const { queries } = useApi();
  const [missing, setMissing] = useState(false);
  const answer = useMutation(queries.measures.answerObjection.mutationOptions({ onSuccess: onDone }));
  return (
    <ReasonForm
      form={`objectionAnswer ${objectionId}`}
      callerId={callerId}
      schema={typedAnswer}
      empty={{ text: '', outcome: null }}
      title={t('measures:detail.answer')}
      label={t('measures:detail.answerText')}
      submit={t('measures:detail.answerSubmit')}
      busy={answer.isPending}
      failed={answer.isError}
      onClose={onDone}
      onSubmit={({ text, outcome }) => {
        setMissing(outcome === null);
        return outcome && answer.mutateAsync({ objectionId, outcome, text });
      }}
    >
      {({ outcome }, change) => (
        <Chips
          title={t('measures:detail.outcome')}
          error={missing && outcome === null ? t('measures:detail.outcomeMissing') : null}
        >
          {objectionOutcome.options.map((one) => (
            <Chip key={one} selected={outcome === one} onToggle={() => change({ outcome: one })}>
              {t(`measures:detail.outcomes.${one}`)}
            </Chip>
          ))}
        </Chips>
      )}
    </ReasonForm>
  );
}
