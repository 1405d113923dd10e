import type { FactField, IncidentFacts } from '../../../shared/contract/incidents.ts';

/** What an incident was until it was changed. */
export interface IncidentVersion {
  facts: IncidentFacts;
  replacedAt: number;
}

/** In the order in which changes are read. */
export const factFields: readonly FactField[] = [
  'callerId',
  'occurredAt',
  'channel',
  'behaviours',
  'severity',
  'outcomes',
  'cause',
  'aggressionKind',
  'words',
  'account',
  'colleagueIds',
  'witnessIds',
  'witnesses',
];

const isSame = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((part) => other.includes(part))
    : one === other;

/** The fields in which two states differ; the order in which things were chosen makes no difference. */
export function changedFields(before: IncidentFacts, after: IncidentFacts): FactField[] {
  return factFields.filter((field) => !isSame(before[field], after[field]));
}

/** Each change with what was before and after it, oldest first; versions come oldest first as well. */
export function changesOf<Version extends IncidentVersion>(versions: readonly Version[], current: IncidentFacts) {
  return versions.map((version, index) => {
    const after = versions[index + 1]?.facts ?? current;
    return { version, after, fields: changedFields(version.facts, after) };
  });
}

/**
 * What an incident was at an instant: what is decided stands on that, whatever is corrected later. A change at the
 * very instant of the decision comes after it. Null when it was what it still is.
 */
export function versionAt<Version extends IncidentVersion>(versions: readonly Version[], at: number): Version | null {
  return versions.find(({ replacedAt }) => replacedAt >= at) ?? null;
}
