import { Button } from '@mantine/core';
import { IconCalendarClock, IconPhoneIncoming } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Agreement, FrequencyNotice } from '../../../shared/contract/agreements.ts';
import { useApi } from '../../app/api.ts';
import { openSheet } from '../../app/deskStore.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Notice } from '../../components/Notice.tsx';
import { Say } from '../../components/Say.tsx';
import { useNote } from '../contacts/noteStore.ts';
import { prepareLonely } from '../distress/concernStore.ts';

/** What was agreed about calling, or that somebody calls more than usual, with what to say. */
export function CallerAgreement({ callerId }: { callerId: number }) {
  const { queries } = useApi();
  const { data } = useQuery(
    queries.agreements.ofCaller.queryOptions({ input: { callerId }, refetchOnMount: 'always' }),
  );
  if (data?.agreement) return <AgreementNotice agreement={data.agreement} />;
  if (data?.frequency) return <OftenCalling callerId={callerId} notice={data.frequency} />;
  return null;
}

function AgreementNotice({ agreement: { callerId, terms, use } }: { agreement: Agreement }) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const next = use.next && format.weekdayTime(use.next.from, now);
  const counted = { used: use.used, perWeek: terms.callsPerWeek };
  const startsOn = format.shortDate(terms.startsOn);

  const title = () => {
    if (use.now === 'notStarted') return t('agreements:upcoming', { date: startsOn, perWeek: terms.callsPerWeek });
    if (use.now === 'agreedMoment') return t('agreements:usedNow', counted);
    return next ? t('agreements:usedNext', { ...counted, next }) : t('agreements:used', counted);
  };
  const sentence = () => {
    if (use.now === 'notStarted') return t('agreements:say.notStarted', { date: startsOn });
    if (use.now === 'agreedMoment') return t('agreements:say.agreedMoment');
    return next ? t(`agreements:say.${use.now}`, { next }) : t('agreements:say.last');
  };
  return (
    <>
      <Notice
        tone="due"
        label={t('agreements:title')}
        icon={<IconCalendarClock size="1.1em" aria-hidden="true" />}
        title={title()}
        actions={
          <Button size="xs" variant="default" onClick={() => openSheet({ kind: 'agreement', callerId })}>
            {t('agreements:open')}
          </Button>
        }
      >
        <b>{t('agreements:emergencies')}</b>
        <small>
          {t('agreements:details', { date: format.shortDate(terms.lastDay), who: terms.agreedWith })} {terms.reason}
        </small>
      </Notice>
      <Say title={t('agreements:sayTitle')}>{sentence()}</Say>
    </>
  );
}

function OftenCalling({ callerId, notice }: { callerId: number; notice: FrequencyNotice }) {
  const t = useTexts();
  const { atLeast, atMost } = notice.usual;

  const usual = () => {
    if (atMost === 0) return t('agreements:frequency.usualNone');
    if (atLeast === 0) return t('agreements:frequency.usualAtMost', { atMost });
    return atLeast === atMost ? String(atMost) : t('agreements:frequency.usualRange', { atLeast, atMost });
  };

  function showGuide(): void {
    prepareLonely(useNote.getState().note?.id ?? null);
    openSheet({ kind: 'concern' });
  }

  return (
    <>
      <Notice
        tone="calm"
        label={t('agreements:frequency.ask')}
        icon={<IconPhoneIncoming size="1.1em" aria-hidden="true" />}
        title={t('agreements:frequency.ask')}
        actions={
          <>
            <Button size="xs" variant="default" onClick={showGuide}>
              {t('agreements:frequency.guide')}
            </Button>
            <Button size="xs" variant="default" onClick={() => openSheet({ kind: 'agreement', callerId })}>
              {t('agreements:make')}
            </Button>
          </>
        }
      >
        <span>{t(`agreements:frequency.${notice.code}`, { calls: notice.calls, usual: usual() })}</span>
        <small>{t('agreements:frequency.explain')}</small>
      </Notice>
      <Say title={t('agreements:sayTitle')}>{t('agreements:frequency.say')}</Say>
    </>
  );
}
