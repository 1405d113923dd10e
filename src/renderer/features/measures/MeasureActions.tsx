import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import type { LinkedIncident, Measure } from '../../../shared/contract/measures.ts';
import { announce } from '../../app/announce.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { DayField } from '../../components/DayField.tsx';
import { goToMeasure } from '../review/reviewWindow.ts';
import styles from './measures.module.css';
import { ReasonForm } from './ReasonForm.tsx';

interface Props {
  measure: Measure;
  incidents: readonly LinkedIncident[];
}

const typedLift = z.object({ text: z.string() });
const typedExtension = z.object({ text: z.string(), lastDay: z.string() });
const typedObjection = z.object({ text: z.string(), receivedOn: z.string() });

type Doing = 'lift' | 'extend' | 'objection';

/** What can be done with a measure: review, lift, extend, or record an objection to it. */
export function MeasureActions({ measure, incidents: chain }: Props) {
  // Nothing new can rest on what turned out to be about somebody else.
  const incidents = chain.filter(({ ofOtherCaller }) => !ofOtherCaller);
  const t = useTexts();
  const { queries } = useApi();
  const [doing, setDoing] = useState<Doing | null>(null);
  const review = useMutation(
    queries.measures.markReviewed.mutationOptions({ onSuccess: () => announce(t('measures:detail.done')) }),
  );
  const toReview = useQuery(queries.measures.register.queryOptions()).data?.toReviewIds ?? [];
  const stop = () => setDoing(null);
  const running = measure.state === 'running';
  const isBan = measure.step === 'contactBan';
  if (doing === 'lift') return <Lift measure={measure} onDone={stop} />;
  if (doing === 'extend') return <Extend measure={measure} incidents={incidents} onDone={stop} />;
  if (doing === 'objection') return <RecordObjection measure={measure} onDone={stop} />;
  return (
    <div className={styles.buttons}>
      {toReview.includes(measure.id) && (
        <Button variant="default" loading={review.isPending} onClick={() => review.mutate({ measureId: measure.id })}>
          {t('measures:detail.markReviewed')}
        </Button>
      )}
      {running && isBan && incidents.length > 0 && (
        <Button variant="default" onClick={() => setDoing('extend')}>
          {t('measures:detail.extend')}
        </Button>
      )}
      {(running || measure.state === 'planned') && (
        <Button variant="default" onClick={() => setDoing('lift')}>
          {t('measures:detail.lift')}
        </Button>
      )}
      <Button variant="default" onClick={() => setDoing('objection')}>
        {t('measures:detail.objection')}
      </Button>
    </div>
  );
}

interface FormProps {
  measure: Measure;
  onDone: () => void;
}

function Lift({ measure, onDone }: FormProps) {
  const t = useTexts();
  const { queries } = useApi();
  const lift = useMutation(queries.measures.lift.mutationOptions({ onSuccess: onDone }));
  return (
    <ReasonForm
      form={`lift ${measure.id}`}
      callerId={measure.callerId}
      schema={typedLift}
      empty={{ text: '' }}
      title={t('measures:detail.lift')}
      label={t('measures:detail.liftReason')}
      submit={t('measures:detail.liftSubmit')}
      busy={lift.isPending}
      failed={lift.isError}
      onClose={onDone}
      onSubmit={({ text }) => lift.mutateAsync({ measureId: measure.id, reason: text })}
    />
  );
}

function Extend({ measure, incidents, onDone }: FormProps & { incidents: readonly LinkedIncident[] }) {
  const t = useTexts();
  const { queries } = useApi();
  const extend = useMutation(
    queries.measures.extend.mutationOptions({
      onSuccess: ({ measureId }) => {
        onDone();
        goToMeasure(measureId);
      },
    }),
  );
  return (
    <ReasonForm
      form={`extend ${measure.id}`}
      callerId={measure.callerId}
      schema={typedExtension}
      empty={{ text: '', lastDay: measure.lastDay ?? '' }}
      title={t('measures:detail.extend')}
      label={t('measures:form.reason')}
      hint={t('measures:form.reasonHint')}
      submit={t('measures:detail.extendSubmit')}
      busy={extend.isPending}
      failed={extend.isError}
      onClose={onDone}
      onSubmit={({ text, lastDay }) =>
        extend.mutateAsync({
          measureId: measure.id,
          lastDay,
          reason: text,
          incidentIds: incidents.map(({ id }) => id),
        })
      }
    >
      {({ lastDay }, change) => (
        <>
          <small>{t('measures:detail.extendHint')}</small>
          <DayField label={t('measures:form.lastDay')} value={lastDay} onChange={(day) => change({ lastDay: day })} />
        </>
      )}
    </ReasonForm>
  );
}

function RecordObjection({ measure, onDone }: FormProps) {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const record = useMutation(queries.measures.recordObjection.mutationOptions({ onSuccess: onDone }));
  return (
    <ReasonForm
      form={`objection ${measure.id}`}
      callerId={measure.callerId}
      schema={typedObjection}
      empty={{ text: '', receivedOn: format.dayOf(Date.now()) }}
      title={t('measures:detail.objection')}
      label={t('measures:detail.objectionText')}
      submit={t('measures:detail.objectionSubmit')}
      busy={record.isPending}
      failed={record.isError}
      onClose={onDone}
      onSubmit={(typed) => record.mutateAsync({ measureId: measure.id, ...typed })}
    >
      {({ receivedOn }, change) => (
        <DayField
          label={t('measures:detail.objectionReceived')}
          value={receivedOn}
          onChange={(day) => change({ receivedOn: day })}
        />
      )}
    </ReasonForm>
  );
}
