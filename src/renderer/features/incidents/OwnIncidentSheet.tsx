import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { FactField, OwnIncident } from '../../../shared/contract/incidents.ts';
import { useApi } from '../../app/api.ts';
import { openSheet } from '../../app/deskStore.ts';
import { useTexts } from '../../app/texts.ts';
import { Sheet } from '../../components/Sheet.tsx';
import { IncidentSummary } from './IncidentSummary.tsx';
import styles from './OwnIncidents.module.css';
import { useFactWords } from './useFactWords.ts';

const shown: FactField[] = ['cause', 'aggressionKind', 'words', 'account', 'witnesses'];

/** One incident of the worker's own: what it says, and everything that can be done with it. */
export default function OwnIncidentSheet({ incidentId, onClose }: { incidentId: number; onClose: () => void }) {
  const t = useTexts();
  const { queries } = useApi();
  const { data: incidents } = useQuery(queries.incidents.own.queryOptions());
  const incident = incidents?.find(({ id }) => id === incidentId);
  return (
    <Sheet
      title={t('incidents:own.detail')}
      aside={incident && (incident.callerName ?? t('desk:unknownCaller'))}
      closeLabel={t('desk:escBack')}
      onClose={onClose}
    >
      {incident && (
        <>
          <IncidentSummary incident={incident} />
          <Details incident={incident} />
          <Actions incident={incident} />
        </>
      )}
    </Sheet>
  );
}

function Details({ incident }: { incident: OwnIncident }) {
  const t = useTexts();
  const wordsOf = useFactWords();
  const facts = { ...incident, ...incident.completion };
  const filled = shown.filter((field) => facts[field]);
  if (filled.length === 0) return <small>{t('incidents:own.nothingTyped')}</small>;
  return (
    <dl className={styles.facts}>
      {filled.map((field) => (
        <div key={field}>
          <dt>{t(`incidents:fact.${field}`)}</dt>
          <dd>{wordsOf(field, facts)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Actions({ incident }: { incident: OwnIncident }) {
  const t = useTexts();
  const { id: incidentId, completedAt, reviewedAt, corrections } = incident;
  return (
    <div className={styles.actions}>
      {completedAt === null && (
        <Button onClick={() => openSheet({ kind: 'complete', incident })}>{t('incidents:own.complete')}</Button>
      )}
      {reviewedAt !== null && (
        <Button variant="default" onClick={() => openSheet({ kind: 'feedback', incident })}>
          {t('incidents:own.answer')}
        </Button>
      )}
      <Button variant="default" onClick={() => openSheet({ kind: 'correct', incidentId })}>
        {t('incidents:correct.open')}
      </Button>
      {corrections > 0 && (
        <Button variant="default" onClick={() => openSheet({ kind: 'changes', incidentId })}>
          {t('incidents:changes.open', { count: corrections })}
        </Button>
      )}
    </div>
  );
}
