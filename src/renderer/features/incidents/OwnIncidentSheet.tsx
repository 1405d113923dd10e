import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { FactField, OwnIncident } from '../../../shared/contract/incidents.ts';
import { useApi } from '../../app/api.ts';
import { openSheet } from '../../app/deskStore.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { Attachments } from '../attachments/Attachments.tsx';
import { RestrictedTag } from '../callers/Restricted.tsx';
import { weights } from './choices.ts';
import { DoneWith } from './DoneWith.tsx';
import { IncidentSummary } from './IncidentSummary.tsx';
import styles from './OwnIncidents.module.css';
import { useFactWords } from './useFactWords.ts';

const shown: FactField[] = ['words', 'account', 'cause', 'aggressionKind', 'colleagueIds', 'witnessIds', 'witnesses'];

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
          <DoneWith incidentId={incident.id} />
          {!incident.isRestricted && (
            <Attachments
              incidentId={incidentId}
              callerId={incident.callerId}
              onOpen={(attachment) => openSheet({ kind: 'attachment', attachment })}
            />
          )}
          <Weight incident={incident} />
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
  const filled = shown.map((field) => ({ field, text: wordsOf(field, facts) })).filter(({ text }) => text !== '');
  return (
    <>
      {incident.isRestricted && (
        <p>
          <RestrictedTag /> {t('callers:restriction.unsaid')}
        </p>
      )}
      {!incident.reportedByYou && <small>{t('incidents:own.reportedBy', { name: incident.workerName })}</small>}
      {filled.length === 0 && !incident.isRestricted && <small>{t('incidents:own.nothingTyped')}</small>}
      <dl className={styles.facts}>
        {filled.map(({ field, text }) => (
          <div key={field}>
            <dt>{t(`incidents:fact.${field}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** How heavy it was, for this worker alone. */
function Weight({ incident: { id: incidentId, weight: chosen } }: { incident: OwnIncident }) {
  const t = useTexts();
  const { queries } = useApi();
  const weigh = useMutation(queries.incidents.weigh.mutationOptions());
  return (
    <div>
      <Chips title={t('incidents:complete.weight')} error={weigh.isError ? t('desk:actionFailed') : null}>
        {weights.map((weight) => (
          <Chip key={weight} selected={chosen === weight} onToggle={() => weigh.mutate({ incidentId, weight })}>
            {t(`incidents:weight.${weight}`)}
          </Chip>
        ))}
      </Chips>
      <small>{t('incidents:complete.weightHelp')}</small>
    </div>
  );
}

function Actions({ incident }: { incident: OwnIncident }) {
  const t = useTexts();
  const { id: incidentId, completedAt, reviewedAt, corrections, isRestricted } = incident;
  // What is restricted stays as it is.
  const mayChange = incident.reportedByYou && !isRestricted;
  return (
    <div className={styles.actions}>
      {mayChange && completedAt === null && (
        <Button onClick={() => openSheet({ kind: 'complete', incident })}>{t('incidents:own.complete')}</Button>
      )}
      {reviewedAt !== null && (
        <Button variant="default" onClick={() => openSheet({ kind: 'feedback', incident })}>
          {t('incidents:own.answer')}
        </Button>
      )}
      {mayChange && (
        <Button variant="default" onClick={() => openSheet({ kind: 'correct', incidentId })}>
          {t('incidents:correct.open')}
        </Button>
      )}
      {corrections > 0 && !isRestricted && (
        <Button variant="default" onClick={() => openSheet({ kind: 'changes', incidentId })}>
          {t('incidents:changes.open', { count: corrections })}
        </Button>
      )}
    </div>
  );
}
