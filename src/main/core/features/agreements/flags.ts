import type { Kysely } from 'kysely';
import type { CallerFlag } from '../../../../shared/contract/callers.ts';
import { usedThisWeek, weekAround } from '../../rules/agreement.ts';
import { rangeOfDay } from '../../rules/practiceTime.ts';
import type { Schema } from '../../store/schema.ts';
import { boundSinceOf, callsOf, type runningAgreements } from './queries.ts';

type Running = Awaited<ReturnType<typeof runningAgreements>>;

/** Adds the agreement to the flags of those that were found; how much of it was used is not asked for anybody else. */
export async function withAgreements(
  database: Kysely<Schema>,
  flags: ReadonlyMap<number, CallerFlag[]>,
  running: Running,
  found: readonly number[],
  now: number,
  timeZone: string,
): Promise<Map<number, CallerFlag[]>> {
  const bound = found.filter((id) => running.has(id));
  const week = weekAround(now, timeZone);
  const calls = await callsOf(database, bound, week);
  const since = await boundSinceOf(
    database,
    bound.flatMap((id) => running.get(id) ?? []),
    week,
  );
  const all = new Map(flags);
  for (const id of bound) {
    const agreement = running.get(id);
    if (!agreement) continue;
    const { callsPerWeek: perWeek, startsOn, lastDay, madeAt } = agreement;
    const counted = { startsOn, since: since.get(id) ?? madeAt };
    const used = usedThisWeek(calls.get(id) ?? [], counted, now, timeZone);
    const until = rangeOfDay(lastDay, timeZone).until;
    all.set(id, [...(all.get(id) ?? []), { kind: 'agreement', until, used, perWeek }]);
  }
  return all;
}

/** The callers with whom an agreement runs, the most recent first: for whoever searches by the word. */
export async function mostRecent(database: Kysely<Schema>, callerIds: readonly number[], limit: number) {
  if (callerIds.length === 0) return [];
  const rows = await database
    .selectFrom('caller')
    .select('id')
    .where('id', 'in', callerIds)
    .orderBy('lastContactAt', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
