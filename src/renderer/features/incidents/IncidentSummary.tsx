import type { OwnIncident } from '../../../shared/contract/incidents.ts';
import { dotted, useFormat, useNow } from '../../app/format.ts';
import { useIncidentWords } from './useIncidentWords.ts';

/** What was recorded during the call, in one line. */
export function IncidentSummary({ incident }: { incident: OwnIncident }) {
  const format = useFormat();
  const now = useNow();
  const words = useIncidentWords();
  const parts = [
    format.ago(incident.occurredAt, now),
    words.behaviours(incident.behaviours),
    words.severity(incident.severity),
    words.outcomes(incident.outcomes),
  ];
  return <p>{dotted(parts)}</p>;
}
