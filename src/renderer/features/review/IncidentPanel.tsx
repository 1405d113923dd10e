import type { RefObject } from 'react';
import type { ReviewedIncident } from '../../../shared/contract/review.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { IncidentAttachments } from '../attachments/IncidentAttachments.tsx';
import { IncidentActions } from '../incidents/IncidentActions.tsx';
import { IncidentProposal } from '../measures/IncidentProposal.tsx';
import { RestrictedCallerTag } from '../privacy/RestrictedCaller.tsx';
import { CallerHistory } from './CallerHistory.tsx';
import { IncidentFacts } from './IncidentFacts.tsx';
import styles from './IncidentPanel.module.css';
import { Reviewed } from './Reviewed.tsx';
import { ReviewNote } from './ReviewNote.tsx';

interface Props {
  incident: ReviewedIncident | null;
  walk: readonly ReviewedIncident[];
  noteInput: RefObject<HTMLTextAreaElement | null>;
  /** The last one was marked: the focus has no next reply to go to. */
  onAllReviewed: () => void;
}

/** The chosen incident: what happened, what went before, and the answer to whoever reported it. */
export function IncidentPanel({ incident, walk, noteInput, onAllReviewed }: Props) {
  const t = useTexts();
  const format = useFormat();
  if (!incident)
    return (
      <aside className={styles.panel} aria-label={t('review:incident.panel')}>
        <p className={styles.nothing}>{t('review:incident.noIncidents')}</p>
      </aside>
    );
  const caller = incident.callerName ?? t('review:table.unknownCaller');
  return (
    <aside className={styles.panel} aria-label={t('review:incident.panel')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by the keyboard */}
      <div className={styles.scroll} key={incident.id} tabIndex={0}>
        <h3 className={styles.title}>
          {caller}, {format.time(incident.occurredAt)} <RestrictedCallerTag callerId={incident.callerId} />
        </h3>
        <IncidentFacts incident={incident} />
        <IncidentActions incident={incident} />
        {!incident.isRestricted && <IncidentAttachments incidentId={incident.id} callerId={incident.callerId} />}
        {incident.callerId !== null && <IncidentProposal callerId={incident.callerId} />}
        {incident.callerId !== null && <CallerHistory incident={incident} />}
      </div>
      <div className={styles.answer}>
        {incident.reviewedAt === null ? (
          <ReviewNote incident={incident} walk={walk} noteInput={noteInput} onAllReviewed={onAllReviewed} />
        ) : (
          <Reviewed incident={incident} reviewedAt={incident.reviewedAt} />
        )}
      </div>
    </aside>
  );
}
