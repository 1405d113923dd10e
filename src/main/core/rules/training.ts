import { addMonths } from 'date-fns/addMonths';
import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import { subDays } from 'date-fns/subDays';
import type { RenewalState } from '../../../shared/contract/trainings.ts';

/** So many days ahead a renewal is announced: time enough to find a place on a course. A house figure, no norm. */
export const renewalNoticeDays = 60;

const asDay = (date: Date): string => format(date, 'yyyy-MM-dd');

/** Until when a training that was followed on a day counts; null for one that stays valid. */
export function renewalDay(doneOn: string, validMonths: number | null): string | null {
  return validMonths === null ? null : asDay(addMonths(parseISO(doneOn), validMonths));
}

/** The last day still counts. */
export function renewalStateOf(renewBy: string | null, today: string): RenewalState {
  if (renewBy === null) return 'valid';
  if (today > renewBy) return 'overdue';
  return today < asDay(subDays(parseISO(renewBy), renewalNoticeDays)) ? 'valid' : 'soon';
}

/** The last time of each, by whatever tells them apart; of two on one day the one that was noted last. */
export function latestBy<Record extends { id: number; doneOn: string }>(
  records: readonly Record[],
  keyOf: (record: Record) => string | number,
): Map<string | number, Record> {
  const latest = new Map<string | number, Record>();
  for (const record of records) {
    const known = latest.get(keyOf(record));
    const isLater = !known || record.doneOn > known.doneOn || (record.doneOn === known.doneOn && record.id > known.id);
    if (isLater) latest.set(keyOf(record), record);
  }
  return latest;
}
