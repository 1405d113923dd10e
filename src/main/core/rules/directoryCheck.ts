import type { DirectoryCheck } from '../../../shared/contract/directoryCheck.ts';
import type { DirectoryKind } from '../../../shared/contract/distress.ts';

export interface CheckableEntry {
  kind: DirectoryKind;
  number: string;
  /** The day somebody last made sure of it, `2026-11-21`. */
  checkedOn: string | null;
  verified: boolean;
}

/** The same date a year before; also of the 29th of February, which sorts where it should. */
const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

/** How far a number can be relied on today. 112 never changes; any other is looked at again after a year. */
export function directoryCheck({ kind, number, checkedOn, verified }: CheckableEntry, today: string): DirectoryCheck {
  if (kind === 'emergency') return 'checked';
  if (number.trim() === '') return 'missing';
  if (!verified) return 'unverified';
  return checkedOn !== null && checkedOn >= yearBefore(today) ? 'checked' : 'overdue';
}

const inTheScript: readonly DirectoryKind[] = ['emergency', 'suicidePrevention', 'gpOnDuty', 'outOfHours'];

/** What the crisis script points to can be changed and never be taken away. */
export const isRemovable = (kind: DirectoryKind): boolean => !inTheScript.includes(kind);
