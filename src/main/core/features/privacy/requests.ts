import type { Insertable, Kysely } from 'kysely';
import type { PrivacyRequest, RequestOutcome } from '../../../../shared/contract/privacyRequests.ts';
import type { Attention } from '../../../../shared/contract/review.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import { dueOnOf } from '../../rules/privacyRequest.ts';
import type { Schema } from '../../store/schema.ts';
import { keptLeft } from './mentions.ts';
import { readRectifications } from './rectificationQueries.ts';

type Database = Kysely<Schema>;

const SHOWN = 200;

interface Moment {
  now: number;
  timeZone: string;
}

/** Open ones first, the first due on top; then the answered ones, the newest first. */
export async function readRequests(
  database: Database,
  { now, timeZone }: Moment,
  callerId?: number,
): Promise<PrivacyRequest[]> {
  const rows = await database
    .selectFrom('privacyRequest')
    .leftJoin('caller', 'caller.id', 'privacyRequest.callerId')
    .innerJoin('user as recorder', 'recorder.id', 'privacyRequest.recordedBy')
    .leftJoin('user as answerer', 'answerer.id', 'privacyRequest.answeredBy')
    .selectAll('privacyRequest')
    .select(['caller.displayName as callerName', 'recorder.name as recordedByName', 'answerer.name as answeredByName'])
    .$if(callerId !== undefined, (query) => query.where('privacyRequest.callerId', '=', callerId ?? 0))
    .orderBy('privacyRequest.id', 'desc')
    .limit(SHOWN)
    .execute();
  const today = dayOf(now, timeZone);
  const changes = await readRectifications(
    database,
    rows.map(({ id }) => id),
  );
  const requests = rows.map(({ recordedBy: _by, recordedAt: _at, answeredBy: _answerer, ...row }) => {
    const dueOn = dueOnOf(row.receivedOn, row.extendedWhy !== null);
    const isLate = row.outcome === null && dueOn < today;
    return {
      ...row,
      dueOn,
      isLate,
      changes: changes.get(row.id) ?? [],
      leftStanding: keptLeft.parse(JSON.parse(row.leftStanding)),
    };
  });
  const key = ({ outcome, dueOn }: PrivacyRequest) => (outcome === null ? dueOn : '9999');
  return requests.sort((a, b) => key(a).localeCompare(key(b)) || b.id - a.id);
}

export function findRequest(database: Database, requestId: number) {
  return database.selectFrom('privacyRequest').selectAll().where('id', '=', requestId).executeTakeFirst();
}

export async function insertRequest(database: Database, row: Insertable<Schema['privacyRequest']>): Promise<number> {
  const { id } = await database.insertInto('privacyRequest').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** False when it is not open. */
export async function extendRequest(database: Database, requestId: number, extendedWhy: string): Promise<boolean> {
  const result = await database
    .updateTable('privacyRequest')
    .set({ extendedWhy })
    .where('id', '=', requestId)
    .where('answeredAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

interface Answer extends Partial<Pick<PrivacyRequest, 'statement' | 'othersTold' | 'othersNote'>> {
  /** In JSON. */
  leftStanding?: string;
  outcome: RequestOutcome;
  answer: string;
  answeredBy: number;
  answeredAt: number;
}

/** False when it is not open. */
export async function answerRequest(database: Database, requestId: number, answer: Answer): Promise<boolean> {
  const result = await database
    .updateTable('privacyRequest')
    .set(answer)
    .where('id', '=', requestId)
    .where('answeredAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** What is not answered yet, the first due on top. */
export async function readOpenRequests(database: Database, moment: Moment): Promise<Attention['requests']> {
  const open = (await readRequests(database, moment)).filter(({ outcome }) => outcome === null);
  return open.map(({ id, kind, callerId, callerName, dueOn, isLate }) => ({
    ...{ requestId: id, kind, callerId, callerName, dueOn, isLate },
  }));
}
