import { type Kysely, sql } from 'kysely';
import type { Agreement, AgreementTerms, EndedAgreement } from '../../../../shared/contract/agreements.ts';
import { boundSince, type Call, stateOf, useOf, weekAround } from '../../rules/agreement.ts';
import { dayOf, type InstantRange } from '../../rules/practiceTime.ts';
import { QUARTER, type Quarter } from '../../rules/quietMoments.ts';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

function agreementRows(database: Database, today: string) {
  return database
    .selectFrom('agreement')
    .innerJoin('user', 'user.id', 'agreement.userId')
    .innerJoin('caller', 'caller.id', 'agreement.callerId')
    .selectAll('agreement')
    .select(['user.name as madeByName', 'caller.displayName as callerName'])
    .where('agreement.endedAt', 'is', null)
    .where('agreement.lastDay', '>=', today)
    .orderBy('agreement.lastDay')
    .orderBy('agreement.id');
}

type AgreementQuery = ReturnType<typeof agreementRows>;

async function momentsOf(database: Database, agreementIds: readonly number[]) {
  if (agreementIds.length === 0) return new Map<number, AgreementTerms['moments']>();
  const rows = await database
    .selectFrom('agreementMoment')
    .select(['agreementId', 'weekday', 'fromTime as from', 'untilTime as until'])
    .where('agreementId', 'in', agreementIds)
    .orderBy('weekday')
    .orderBy('fromTime')
    .execute();
  const moments = Map.groupBy(rows, ({ agreementId }) => agreementId);
  return new Map(
    [...moments].map(([id, ofOne]) => [id, ofOne.map(({ weekday, from, until }) => ({ weekday, from, until }))]),
  );
}

/** The contacts of callers in a range, as the rules read them. */
export async function callsOf(database: Database, callerIds: readonly number[], { from, until }: InstantRange) {
  if (callerIds.length === 0) return new Map<number, Call[]>();
  const rows = await database
    .selectFrom('contact')
    .select(['id', 'callerId', 'channel', 'reason', 'startedAt'])
    .where('callerId', 'in', callerIds)
    .where('startedAt', '>=', from)
    .where('startedAt', '<', until)
    .execute();
  return Map.groupBy(rows, ({ callerId }) => callerId ?? 0);
}

/** Since when callers are bound, by the agreement they have now. */
export async function boundSinceOf(
  database: Database,
  current: readonly { callerId: number; madeAt: number }[],
  { from }: InstantRange,
): Promise<Map<number, number>> {
  if (current.length === 0) return new Map();
  const rows = await database
    .selectFrom('agreement')
    .select(['callerId', 'madeAt', 'endedAt'])
    .where('endedAt', '>=', from)
    .execute();
  const ended = rows.flatMap((row) => (row.endedAt === null ? [] : [{ ...row, endedAt: row.endedAt }]));
  const ofCaller = Map.groupBy(ended, ({ callerId }) => callerId);
  return new Map(current.map(({ callerId, madeAt }) => [callerId, boundSince(madeAt, ofCaller.get(callerId) ?? [])]));
}

/** Agreements that run or are to come, with how they stand now. */
export async function readAgreements(
  database: Database,
  now: number,
  timeZone: string,
  narrow: (query: AgreementQuery) => AgreementQuery = (query) => query,
): Promise<(Agreement & { callerName: string })[]> {
  const rows = await narrow(agreementRows(database, dayOf(now, timeZone))).execute();
  const ids = rows.map(({ id }) => id);
  const moments = await momentsOf(database, ids);
  const callers = rows.map(({ callerId }) => callerId);
  const week = weekAround(now, timeZone);
  const calls = await callsOf(database, callers, week);
  const since = await boundSinceOf(database, rows, week);
  return rows.map((row) => {
    const { id, callerId, callerName, madeByName, madeAt } = row;
    const { callsPerWeek, startsOn, lastDay, reviewOn, reason, agreedWith } = row;
    const terms = {
      ...{ callsPerWeek, startsOn, lastDay, reviewOn, reason, agreedWith },
      moments: moments.get(id) ?? [],
    };
    const use = useOf(terms, since.get(callerId) ?? madeAt, calls.get(callerId) ?? [], now, timeZone);
    return { id, callerId, callerName, madeByName, madeAt, terms, use };
  });
}

/** Those of these callers, or of all, with whom an agreement runs; for the search. */
export async function runningAgreements(
  database: Database,
  now: number,
  timeZone: string,
  callerIds?: readonly number[],
) {
  const query = database
    .selectFrom('agreement')
    .select(['callerId', 'callsPerWeek', 'startsOn', 'lastDay', 'madeAt'])
    .where('endedAt', 'is', null)
    .where('lastDay', '>=', dayOf(now, timeZone));
  const rows = await (callerIds ? query.where('callerId', 'in', callerIds) : query).execute();
  const running = rows.filter((row) => stateOf(row, now, timeZone) === 'running');
  return new Map(running.map((row) => [row.callerId, row]));
}

export async function insertAgreement(
  database: Database,
  callerId: number,
  { moments, ...terms }: AgreementTerms,
  userId: number,
  now: number,
): Promise<number> {
  await database
    .updateTable('agreement')
    .set({ endedAt: now, endedBy: userId })
    .where('callerId', '=', callerId)
    .where('endedAt', 'is', null)
    .execute();
  const { id } = await database
    .insertInto('agreement')
    .values({ ...terms, callerId, userId, madeAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  await database
    .insertInto('agreementMoment')
    .values(moments.map(({ weekday, from, until }) => ({ agreementId: id, weekday, fromTime: from, untilTime: until })))
    .execute();
  return id;
}

/** False when there is no such agreement that has not ended. */
export async function endAgreement(database: Database, agreementId: number, userId: number, now: number) {
  const result = await database
    .updateTable('agreement')
    .set({ endedAt: now, endedBy: userId })
    .where('id', '=', agreementId)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function firstContactAt(database: Database, callerId: number): Promise<number | null> {
  const row = await database
    .selectFrom('contact')
    .select('startedAt')
    .where('callerId', '=', callerId)
    .orderBy('startedAt')
    .limit(1)
    .executeTakeFirst();
  return row?.startedAt ?? null;
}

/** How often other callers rang in a range, on average; null when nobody else did. */
export async function usualOfOthers(database: Database, callerId: number, { from, until }: InstantRange) {
  const { calls, callers } = await database
    .selectFrom('contact')
    .select((select) => [
      select.fn.countAll<number>().as('calls'),
      select.fn.count<number>('callerId').distinct().as('callers'),
    ])
    .where('startedAt', '>=', from)
    .where('startedAt', '<', until)
    .where('channel', '=', 'phone')
    .where('callerId', 'is not', null)
    .where('callerId', '!=', callerId)
    .executeTakeFirstOrThrow();
  return callers === 0 ? null : calls / callers;
}

/** All contacts of a range by the quarter of an hour they began in; the index by time answers it alone. */
export async function contactsByQuarter(database: Database, { from, until }: InstantRange): Promise<Quarter[]> {
  return database
    .selectFrom('contact')
    .select((select) => [
      sql<number>`startedAt / ${sql.lit(QUARTER)}`.as('quarter'),
      select.fn.countAll<number>().as('contacts'),
    ])
    .where('startedAt', '>=', from)
    .where('startedAt', '<', until)
    .groupBy('quarter')
    .execute();
}

const SHOWN_ENDED = 100;

/** Agreements that are over, the newest end first. */
export async function readEnded(database: Database, today: string): Promise<EndedAgreement[]> {
  const rows = await database
    .selectFrom('agreement')
    .innerJoin('caller', 'caller.id', 'agreement.callerId')
    .leftJoin('user as ender', 'ender.id', 'agreement.endedBy')
    .select(['agreement.id', 'caller.displayName as callerName', 'reason', 'callsPerWeek', 'startsOn', 'lastDay'])
    .select(['endedAt', 'ender.name as enderName'])
    .where((where) => where.or([where('endedAt', 'is not', null), where('lastDay', '<', today)]))
    .orderBy('lastDay', 'desc')
    .orderBy('agreement.id', 'desc')
    .limit(SHOWN_ENDED)
    .execute();
  return rows.map(({ endedAt, enderName, ...row }) => ({
    ...row,
    ended: endedAt === null ? null : { at: endedAt, byName: enderName ?? '' },
  }));
}

export async function planReview(database: Database, agreementId: number, reviewOn: string): Promise<void> {
  await database.updateTable('agreement').set({ reviewOn }).where('id', '=', agreementId).execute();
}
