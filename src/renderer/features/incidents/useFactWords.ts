import type { FactField, ReadableFacts } from '../../../shared/contract/incidents.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { useIncidentWords } from './useIncidentWords.ts';

/** One field of an incident in words; empty when it is not filled in. */
export function useFactWords(): (field: FactField, facts: ReadableFacts) => string {
  const t = useTexts();
  const format = useFormat();
  const words = useIncidentWords();
  const readers: Record<FactField, (facts: ReadableFacts) => string | null> = {
    callerId: ({ callerName }) => callerName ?? t('desk:unknownCaller'),
    occurredAt: ({ occurredAt }) => `${format.date(occurredAt)} ${format.time(occurredAt)}`,
    channel: ({ channel }) => t(`contacts:channel.${channel}`).toLocaleLowerCase(),
    behaviours: ({ behaviours }) => words.behaviours(behaviours),
    severity: ({ severity }) => words.severity(severity),
    outcomes: ({ outcomes }) => words.outcomes(outcomes),
    cause: ({ cause }) => cause && t(`incidents:cause.${cause}`),
    aggressionKind: ({ aggressionKind }) => aggressionKind && t(`incidents:aggressionKind.${aggressionKind}`),
    words: ({ words: said }) => said.trim(),
    account: ({ account }) => account.trim(),
    colleagueIds: ({ colleagueNames }) => format.names(colleagueNames),
    witnessIds: ({ witnessNames }) => format.names(witnessNames),
    witnesses: ({ witnesses }) => witnesses,
  };
  return (field, facts) => readers[field](facts) ?? '';
}
