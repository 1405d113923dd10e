import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { OwnIncident } from '../../../shared/contract/incidents.ts';
import { useApi } from '../../app/api.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { enterHasMeaning, useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { DoneWith } from './DoneWith.tsx';
import styles from './FeedbackSheet.module.css';
import { IncidentSummary } from './IncidentSummary.tsx';

interface Props {
  incident: OwnIncident;
  onClose: () => void;
}

/** What the manager did with a report; opening it is reading it. */
export function FeedbackSheet({ incident, onClose }: Props) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const { client } = useApi();

  useEffect(() => {
    // When this fails the answer stays on the list and can be read again.
    client.incidents.markFeedbackRead({ incidentId: incident.id }).catch(() => undefined);
  }, [client, incident.id]);

  useShortcuts('sheet', { Enter: (event) => (enterHasMeaning(event.target) ? false : onClose()) });

  return (
    <Sheet
      title={t('incidents:feedback.title')}
      closeLabel={t('desk:escBack')}
      onClose={onClose}
      footer={
        <div className={styles.footer}>
          <Button onClick={onClose} aria-keyshortcuts="Enter">
            {t('incidents:feedback.close')}
            <KeyHint>⏎</KeyHint>
          </Button>
        </div>
      }
    >
      {incident.reviewedAt !== null && (
        <blockquote className={styles.note}>
          <p>{incident.reviewNote?.trim() || t('incidents:feedback.noNote')}</p>
          <small>
            {t('incidents:feedback.from', {
              name: incident.reviewerName ?? t('common:unknown'),
              when: format.ago(incident.reviewedAt ?? now, now),
            })}
          </small>
        </blockquote>
      )}
      <DoneWith incidentId={incident.id} />
      <section>
        <SectionTitle>{t('incidents:feedback.about')}</SectionTitle>
        <b>{incident.callerName ?? t('desk:unknownCaller')}</b>
        <IncidentSummary incident={incident} />
      </section>
    </Sheet>
  );
}
