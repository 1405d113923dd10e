import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import type { ToDecide } from '../../../shared/contract/measures.ts';
import { announce } from '../../app/announce.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Notice } from '../../components/Notice.tsx';
import { RestrictedCallerNotice } from '../privacy/RestrictedCaller.tsx';
import { goToDecide } from '../review/reviewWindow.ts';
import { AnswerClock } from './AnswerClock.tsx';
import { Chain } from './Chain.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import styles from './measures.module.css';
import { ProposalNotice } from './ProposalNotice.tsx';
import { ReasonForm } from './ReasonForm.tsx';

const typedLeave = z.object({ text: z.string(), tell: z.boolean() });

/** One caller: the proposal and why, the clocks, and the ways to decide. */
export function DecideAbout({ callerId }: { callerId: number }) {
  const t = useTexts();
  const { queries } = useApi();
  const found = useQuery(queries.measures.propose.queryOptions({ input: { callerId } }));
  const [doing, setDoing] = useState<'accept' | 'choose' | 'leave' | null>(null);
  if (found.isPending) return <p>{t('common:loading')}</p>;
  if (found.isError) return <FieldError>{t('review:failed')}</FieldError>;
  const about = found.data;
  const stop = () => setDoing(null);
  return (
    <>
      <h3 className={styles.title}>{about.callerName}</h3>
      <RestrictedCallerNotice callerId={callerId} before="deciding" />
      {about.proposal ? (
        <ProposalNotice proposal={about.proposal} />
      ) : (
        <Notice tone="plain">{t('measures:decide.noProposal')}</Notice>
      )}
      <Clocks about={about} />
      {doing === null && (
        <div className={styles.buttons}>
          {about.proposal && <Button onClick={() => setDoing('accept')}>{t('measures:decide.accept')}</Button>}
          <Button variant="default" onClick={() => setDoing('choose')}>
            {t(about.proposal ? 'measures:decide.other' : 'measures:decide.takeStep')}
          </Button>
          {about.openIncidentIds.length > 0 && (
            <Button variant="default" onClick={() => setDoing('leave')}>
              {t('measures:decide.leave')}
            </Button>
          )}
        </div>
      )}
      {(doing === 'accept' || doing === 'choose') && (
        <DecisionForm about={about} chooseStep={doing === 'choose'} onClose={stop} />
      )}
      {doing === 'leave' && <Leave about={about} onDone={stop} />}
      <Chain title={t('measures:decide.chain')} incidents={about.incidents} none={t('measures:decide.noIncidents')} />
    </>
  );
}

function Clocks({ about }: { about: ToDecide }) {
  const t = useTexts();
  const format = useFormat();
  const { callerId, answerBefore, told, policeBefore } = about;
  return (
    <AnswerClock callerId={callerId} measureId={null} before={answerBefore} told={told}>
      {policeBefore !== null && <span>{t('measures:decide.police', { date: format.longDate(policeBefore) })}</span>}
    </AnswerClock>
  );
}

function Leave({ about, onDone }: { about: ToDecide; onDone: () => void }) {
  const t = useTexts();
  const { queries } = useApi();
  const hearsNothingYet = about.answerBefore !== null;
  const leave = useMutation(
    queries.measures.leave.mutationOptions({
      onSuccess: () => {
        announce(t('measures:decide.left'));
        onDone();
        goToDecide(null);
      },
    }),
  );
  return (
    <ReasonForm
      form={`leave caller ${about.callerId}`}
      callerId={about.callerId}
      schema={typedLeave}
      empty={{ text: '', tell: hearsNothingYet }}
      title={t('measures:leave.title')}
      label={t('measures:leave.reason')}
      hint={t('measures:leave.hint')}
      submit={t('measures:leave.submit')}
      busy={leave.isPending}
      failed={leave.isError}
      onClose={onDone}
      onSubmit={({ text, tell }) =>
        leave.mutateAsync({
          callerId: about.callerId,
          incidentIds: about.openIncidentIds,
          reason: text,
          tell: hearsNothingYet && tell,
        })
      }
    >
      {({ tell }, change) =>
        hearsNothingYet && (
          <label className={styles.check}>
            <input type="checkbox" checked={tell} onChange={({ target }) => change({ tell: target.checked })} />
            <span>
              {t('measures:told.tell')}
              <br />
              <small>{t('measures:told.tellHint')}</small>
            </span>
          </label>
        )
      }
    </ReasonForm>
  );
}
