import { IconAlertTriangle, IconBan } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { RunningBan, RunningWarning } from '../../../shared/contract/measures.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Notice } from '../../components/Notice.tsx';
import { Say } from '../../components/Say.tsx';
import { useMeasureWords } from './useMeasureWords.ts';

/** So that a ban that lapses while the card is open is gone from it. */
const ASK_AGAIN_MS = 60_000;

export function useMeasuresOf(callerId: number) {
  const { queries } = useApi();
  const options = { input: { callerId }, refetchOnMount: 'always', refetchInterval: ASK_AGAIN_MS } as const;
  return useQuery(queries.measures.ofCaller.queryOptions(options));
}

/** What runs against a caller now: a ban first, with what stays open and what to say. */
export function CallerMeasures({ callerId }: { callerId: number }) {
  const t = useTexts();
  const { data, isError } = useMeasuresOf(callerId);
  return (
    <>
      {isError && <Notice tone="due">{t('measures:desk.failed')}</Notice>}
      {data?.bans.map((ban) => (
        <Ban key={ban.id} ban={ban} />
      ))}
      {data?.warnings.map((warning) => (
        <Warning key={warning.id} warning={warning} />
      ))}
    </>
  );
}

function Ban({ ban }: { ban: RunningBan }) {
  const t = useTexts();
  const format = useFormat();
  const words = useMeasureWords();
  const date = format.shortDate(ban.lastDay);
  const closed = words.channels(ban.channels);
  const open = words.channels(ban.openChannels);
  return (
    <>
      <Notice
        tone="stop"
        icon={<IconBan size="1.1em" aria-hidden="true" />}
        title={t('measures:desk.banUntil', { date })}
        label={t('measures:step.contactBan')}
      >
        {ban.closed.map((part) => (
          <span key={`${part.scope} ${part.scopeName} ${part.lastDay}`}>
            {ban.closed.length > 1
              ? t('measures:desk.closedUntil', {
                  channels: words.channels(part.channels),
                  date: format.shortDate(part.lastDay),
                })
              : t('measures:desk.closed', { channels: closed })}
            {part.scope !== 'everything' && ` ${t(`measures:desk.scope.${part.scope}`, { name: part.scopeName })}`}
          </span>
        ))}
        {open && <span>{t('measures:desk.open', { channels: open })}</span>}
        <b>{t('measures:emergencies')}</b>
      </Notice>
      <Say title={t('measures:desk.sayTitle')}>
        {open ? t('measures:desk.sayOpen', { date, closed, open }) : t('measures:desk.say', { date, closed })}
      </Say>
      <p>{ban.staysOpen}</p>
      <small>
        {t('measures:desk.why')}: {ban.reason} {t('measures:desk.review', { date: format.shortDate(ban.reviewDay) })}
      </small>
    </>
  );
}

function Warning({ warning }: { warning: RunningWarning }) {
  const t = useTexts();
  const format = useFormat();
  return (
    <Notice
      tone="due"
      icon={<IconAlertTriangle size="1.1em" aria-hidden="true" />}
      title={t('measures:desk.warned', { date: format.date(warning.decidedAt) })}
    >
      <small>
        {warning.reason} {t('measures:desk.warnedUntil', { date: format.shortDate(warning.lastDay) })}
      </small>
    </Notice>
  );
}
