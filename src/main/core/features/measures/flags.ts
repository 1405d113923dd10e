import type { Kysely } from 'kysely';
import type { CallerFlag } from '../../../../shared/contract/callers.ts';
import { isRunning } from '../../rules/contactBan.ts';
import { dayOf, rangeOfDay } from '../../rules/practiceTime.ts';
import type { Schema } from '../../store/schema.ts';

/** The running bans and warnings of these callers, or of all. One query, because it is asked with every letter of a search. */
export async function measureFlags(
  database: Kysely<Schema>,
  now: number,
  timeZone: string,
  callerIds?: readonly number[],
): Promise<Map<number, CallerFlag[]>> {
  const query = database
    .selectFrom('measure')
    .select(['callerId', 'step', 'fromDay', 'lastDay', 'decidedAt', 'replacedAt', 'liftedAt'])
    .where('lastDay', '>=', dayOf(now, timeZone))
    .where('liftedAt', 'is', null)
    .where('replacedAt', 'is', null);
  const rows = await (callerIds ? query.where('callerId', 'in', callerIds) : query).execute();
  const running = rows.filter((row) => isRunning(row, now, timeZone));
  const flags = new Map<number, CallerFlag[]>();
  for (const kind of ['contactBan', 'warning'] as const) {
    // One flag of a kind, until the last of them ends.
    for (const [callerId, ofCaller] of Map.groupBy(
      running.filter(({ step }) => step === kind),
      (row) => row.callerId,
    )) {
      const lastDay = ofCaller
        .flatMap((row) => row.lastDay ?? [])
        .sort()
        .at(-1);
      if (lastDay === undefined) continue;
      flags.set(callerId, [...(flags.get(callerId) ?? []), { kind, until: rangeOfDay(lastDay, timeZone).until }]);
    }
  }
  return flags;
}

/** The flags of both, those of the first before those of the second. */
export function mergeFlags(
  first: ReadonlyMap<number, CallerFlag[]>,
  second: ReadonlyMap<number, CallerFlag[]>,
): Map<number, CallerFlag[]> {
  const merged = new Map(first);
  for (const [callerId, flags] of second) merged.set(callerId, [...(merged.get(callerId) ?? []), ...flags]);
  return merged;
}
