import { Button } from '@mantine/core';
import { IconClockExclamation, IconScale } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import type { Attention, LateItem } from '../../../shared/contract/review.ts';
import { useApi } from '../../app/api.ts';
import { type Format, useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { useAftercareWords } from '../aftercare/useAftercareWords.ts';
import { RestrictedCallerTag } from '../privacy/RestrictedCaller.tsx';
import styles from './AttentionCards.module.css';
import { goToAftercare, goToDecide, goToLog, goToMeasure, goToPage, goToTeamPart } from './reviewWindow.ts';

/** Time alone makes things late. */
const ASK_AGAIN_MS = 30_000;
const SHOWN = 3;

interface Line {
  key: string;
  text: string;
  end: string;
  /** Whom it is about, for the mark of a restriction. */
  callerId?: number | null;
  /** To where it is dealt with; without it the text says enough. */
  onOpen?: () => void;
  /** What can be done about it in one press, in the place of the end. */
  action?: ReactNode;
}

/** What is late and what waits for a decision, on top of the day. */
export function AttentionCards() {
  const t = useTexts();
  const { queries } = useApi();
  const attention = useQuery(queries.review.attention.queryOptions({ refetchInterval: ASK_AGAIN_MS })).data;
  const late = useLateLines(attention?.late ?? []);
  const toDecide = useDecideLines(attention);
  if (!attention) return null;
  return (
    <div className={styles.cards}>
      <Card
        tone="late"
        title={t('review:attention.late')}
        icon={<IconClockExclamation size="1.15em" aria-hidden="true" />}
        empty={t('review:attention.nothingLate')}
        lines={late}
      />
      <Card
        tone="decide"
        title={t('review:attention.decide')}
        icon={<IconScale size="1.15em" aria-hidden="true" />}
        empty={t('review:attention.nothingToDecide')}
        lines={toDecide}
      />
    </div>
  );
}

interface CardProps {
  tone: 'late' | 'decide';
  title: string;
  icon: ReactNode;
  empty: string;
  lines: readonly Line[];
}

function Card({ tone, title, icon, empty, lines }: CardProps) {
  const t = useTexts();
  const titleId = useId();
  const left = lines.length - SHOWN;
  return (
    <section className={styles.card} data-tone={lines.length > 0 ? tone : undefined} aria-labelledby={titleId}>
      <h3 id={titleId} className={styles.title}>
        {icon}
        {title}
        {lines.length > 0 && <b>{lines.length}</b>}
      </h3>
      {lines.length === 0 && <small>{empty}</small>}
      <ul className={styles.list}>
        {lines.slice(0, SHOWN).map(({ key, text, end, callerId, onOpen, action }) => (
          <li key={key} className={styles.line}>
            {onOpen ? (
              <button type="button" className={styles.link} onClick={onOpen}>
                {text}
              </button>
            ) : (
              <span>{text}</span>
            )}
            <RestrictedCallerTag callerId={callerId ?? null} />
            {action ?? <small>{end}</small>}
          </li>
        ))}
      </ul>
      {left > 0 && <small>{t('review:attention.more', { count: left })}</small>}
    </section>
  );
}

function MakeBackup() {
  const t = useTexts();
  const { queries } = useApi();
  const make = useMutation(queries.backup.make.mutationOptions());
  return (
    <span>
      {make.isError && <small role="alert">{t('backup:late.failed')} </small>}
      <Button variant="default" size="compact-xs" loading={make.isPending} onClick={() => make.mutate(undefined)}>
        {t('review:attention.makeBackup')}
      </Button>
    </span>
  );
}

function useLateLines(late: readonly LateItem[]): Line[] {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const aftercare = useAftercareWords();
  const nameOf = (name: string | null) => name ?? t('review:table.unknownCaller');

  const about = (item: LateItem): Omit<Line, 'end'> => {
    switch (item.kind) {
      case 'aftercare':
        return {
          key: `aftercare-${item.aftercareId}`,
          text: t('review:attention.aftercare', { name: item.workerName, step: aftercare.stepInLine(item.step) }),
          onOpen: () => goToAftercare(item.aftercareId),
        };
      case 'handOver':
        return {
          key: `handOver-${item.handOverId}`,
          callerId: item.callerId,
          text: t(`review:attention.${item.what}`, {
            who: item.receiverName ?? t(`handOvers:role.${item.receiverRole}`),
            name: nameOf(item.callerName),
          }),
        };
      case 'answer':
        return {
          key: `answer-${item.callerId}-${item.measureId}`,
          callerId: item.callerId,
          text: t('review:attention.answer', { name: item.callerName }),
          onOpen: () => (item.measureId === null ? goToDecide(item.callerId) : goToMeasure(item.measureId)),
        };
      case 'policeReport':
        return {
          key: `policeReport-${item.callerId}-${item.measureId}`,
          callerId: item.callerId,
          text: t('review:attention.policeReport', { name: item.callerName }),
          onOpen: () => (item.measureId === null ? goToDecide(item.callerId) : goToMeasure(item.measureId)),
        };
      case 'backup':
        return {
          key: 'backup',
          text:
            item.lastAt === null
              ? t('review:attention.noBackup')
              : t('review:attention.backup', { when: format.moment(item.lastAt, now) }),
          onOpen: () => goToPage('privacy'),
          action: <MakeBackup />,
        };
      case 'access':
        return {
          key: 'access',
          text: t('review:attention.access'),
          onOpen() {
            goToTeamPart('people');
            goToPage('team');
          },
        };
      case 'retention':
        return {
          key: 'retention',
          text: t('review:attention.retention', { count: item.goes }),
          onOpen: () => goToPage('privacy'),
        };
      case 'log':
        return { key: 'log', text: t(`review:attention.log.${item.problem}`), onOpen: () => goToLog(null) };
    }
  };
  return late.map((item) => ({
    ...about(item),
    end: item.kind === 'backup' ? '' : t('review:attention.since', { when: sinceWhen(item.since, now, format) }),
  }));
}

function useDecideLines(attention: Attention | undefined): Line[] {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  if (!attention) return [];
  const proposed = ({ callerName: name, step, months }: Attention['toDecide'][number]) => {
    if (step === 'contactBan' && months !== null) return t('review:attention.ban', { name, count: months });
    return step === null
      ? name
      : t('review:attention.proposal', { name, step: t(`measures:step.${step}`).toLowerCase() });
  };
  return [
    ...attention.toDecide.map((one) => ({
      key: `caller-${one.callerId}`,
      callerId: one.callerId,
      text: proposed(one),
      end: answerBy(one.answerBefore, now, format, (when) => t('review:attention.before', { when })),
      onOpen: () => goToDecide(one.callerId),
    })),
    ...attention.objections.map(({ measureId, callerId, callerName, receivedOn }, index) => ({
      callerId,
      key: `objection-${measureId}-${index}`,
      text: t('review:attention.objection', { name: callerName }),
      end: t('review:attention.received', { date: format.shortDate(receivedOn) }),
      onOpen: () => goToMeasure(measureId),
    })),
    ...attention.requests.map(({ requestId, kind, callerId, callerName, dueOn, isLate }) => ({
      callerId,
      key: `request-${requestId}`,
      text: t('privacyRequests:onDay', {
        name: callerName ?? t('review:table.unknownCaller'),
        kind: t(`privacyRequests:kind.${kind}`),
      }),
      end: isLate ? t('privacyRequests:late') : t('review:attention.before', { when: format.shortDate(dueOn) }),
      onOpen: () => goToPage('privacy'),
    })),
  ];
}

/** What was due on a day is late from midnight on: that is said as the day. */
const sinceWhen = (since: number, now: number, format: Format): string =>
  format.time(since) === '00:00' ? format.date(since, now) : format.moment(since, now);

/** What is late already stands among what is late. */
const answerBy = (before: number | null, now: number, format: Format, say: (when: string) => string): string =>
  before === null || before <= now ? '' : say(format.until(before, now));
