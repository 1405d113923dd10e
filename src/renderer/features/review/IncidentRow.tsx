import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import type { ReviewedIncident } from '../../../shared/contract/review.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { Tag } from '../../components/Tag.tsx';
import { useIncidentWords } from '../incidents/useIncidentWords.ts';
import { useNthInYear } from '../incidents/useNthInYear.ts';
import { RestrictedCallerTag } from '../privacy/RestrictedCaller.tsx';
import styles from './IncidentTable.module.css';
import { chooseIncident, noteKey, useReviewWindow } from './reviewWindow.ts';

interface Props {
  incident: ReviewedIncident;
  chosen: boolean;
  /** For an incident of another day than the page's. */
  withDate: boolean;
  rowRef: Ref<HTMLTableRowElement>;
}

export function IncidentRow({ incident, chosen, withDate, rowRef }: Props) {
  const t = useTexts();
  const format = useFormat();
  const nthInYear = useNthInYear();
  const choose = () => chooseIncident(incident.id);
  const words = useIncidentWords();
  const outcome = words.outcomes(incident.outcomes);
  return (
    <tr
      ref={rowRef}
      className={styles.row}
      tabIndex={chosen ? 0 : -1}
      aria-selected={chosen}
      onClick={choose}
      onFocus={choose}
    >
      <td data-column="time">
        {withDate && <span className={styles.day}>{format.date(incident.occurredAt)} </span>}
        {format.time(incident.occurredAt)}
      </td>
      <td>{format.names([incident.workerName, ...incident.colleagueNames])}</td>
      <td>
        {incident.callerName ?? <span className={styles.quiet}>{t('review:table.unknownCaller')}</span>}
        {incident.callerId !== null && (
          <span className={styles.tag}>
            <RestrictedCallerTag callerId={incident.callerId} />
          </span>
        )}
        {incident.callerId !== null && incident.countInYear > 1 && (
          <span className={styles.tag}>
            <Tag tone={incident.countInYear > 2 ? 'stop' : 'due'}>{nthInYear(incident.countInYear)}</Tag>
          </span>
        )}
      </td>
      <td>
        {words.behaviours(incident.behaviours)}
        {/* On the phone it speaks for itself. */}
        {incident.channel !== 'phone' && ` (${t(`contacts:channel.${incident.channel}`).toLocaleLowerCase()})`}
        <small className={styles.outcomeBelow}>
          <span className={styles.severityBelow}>{words.severity(incident.severity)} · </span>
          {outcome}
        </small>
      </td>
      <td data-column="severity" data-severity={incident.severity}>
        {words.severity(incident.severity)}
      </td>
      <td data-column="outcome">{outcome || <span className={styles.quiet}>{t('review:table.noOutcome')}</span>}</td>
      <td>
        <Status incident={incident} />
      </td>
    </tr>
  );
}

const tones = { new: 'due', needsCompleting: 'plain', reviewed: 'calm', closed: 'calm', duplicate: 'plain' } as const;

function Status({ incident }: { incident: ReviewedIncident }) {
  const t = useTexts();
  const { status } = incident;
  const { user } = useUnlocked();
  const { queries } = useApi();
  const typed = useReviewWindow(({ notes }) => Boolean(notes[noteKey(user.id, incident.id)]?.trim()));
  const waiting = useQuery(queries.measures.toDecide.queryOptions()).data ?? [];
  const toDecide = waiting.some(({ openIncidentIds }) => openIncidentIds.includes(incident.id));
  return (
    <span className={styles.status}>
      {toDecide && <Tag tone="due">{t('review:status.toDecide')}</Tag>}
      <Tag tone={tones[status]}>{t(`review:status.${status}`)}</Tag>
      {status === 'new' && incident.completedAt === null && !incident.isRestricted && (
        <Tag>{t('review:status.toComplete')}</Tag>
      )}
      {status === 'new' && typed && <small>{t('review:note.unsaved')}</small>}
    </span>
  );
}
