import type { Insertable, Kysely } from 'kysely';
import type { Improvement, ImprovementEffect, ImprovementTerms } from '../../../../shared/contract/prevention.ts';
import { effectVerdict, mostWeeks } from '../../rules/improvementEffect.ts';
import { dayAfter, dayOf, type InstantRange, rangeOfDay } from '../../rules/practiceTime.ts';
import { perHundred } from '../../rules/rate.ts';
import type { Schema } from '../../store/schema.ts';
import { countedIncidents } from '../incidents/countedIncidents.ts';
import { areCausesGone, countPast } from '../trends/past.ts';

type Database = Kysely<Schema>;

interface Moment {
  now: number;
  timeZone: string;
}

const HOUR = 3_600_000;
const DAYS_A_WEEK = 7;

async function sideOf(database: Database, range: InstantRange, cause: Improvement['cause'], timeZone: string) {
  const { from, until } = range;
  const past = await countPast(database, range, timeZone);
  const incidents = countedIncidents(database)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('occurredAt', '>=', from)
    .where('occurredAt', '<', until);
  const { count } = await (cause === null ? incidents : incidents.where('cause', '=', cause)).executeTakeFirstOrThrow();
  const { contacts } = await database
    .selectFrom('contactCount')
    .select(({ fn }) => fn.sum<number | null>('count').as('contacts'))
    .where('hour', '>=', Math.floor(from / HOUR))
    .where('hour', '<', Math.floor(until / HOUR))
    .executeTakeFirstOrThrow();
  const all = { incidents: count + (cause === null ? past.incidents : 0), contacts: (contacts ?? 0) + past.contacts };
  return { ...all, perHundred: perHundred(all.incidents, all.contacts) };
}

/** Whole weeks that fit between the day something was done, which is left out, and today, which is not over. */
function weeksSince(doneOn: string, today: string): number {
  const days = (Date.parse(today) - Date.parse(doneOn)) / (24 * HOUR) - 1;
  return Math.max(0, Math.min(mostWeeks, Math.floor(days / DAYS_A_WEEK)));
}

async function effectOf(
  database: Database,
  { doneOn, cause }: Pick<Improvement, 'doneOn' | 'cause'>,
  { now, timeZone }: Moment,
): Promise<ImprovementEffect | null> {
  if (doneOn === null) return null;
  const weeksAfter = weeksSince(doneOn, dayOf(now, timeZone));
  const days = (from: string, weeks: number): InstantRange => ({
    from: rangeOfDay(from, timeZone).from,
    until: rangeOfDay(dayAfter(from, weeks * DAYS_A_WEEK, timeZone), timeZone).from,
  });
  const beforeFrom = dayAfter(doneOn, -mostWeeks * DAYS_A_WEEK, timeZone);
  const earlier = days(beforeFrom, mostWeeks);
  if (cause !== null && (await areCausesGone(database, earlier.from, timeZone))) return null;
  const before = await sideOf(database, earlier, cause, timeZone);
  const after = await sideOf(database, days(dayAfter(doneOn, 1, timeZone), weeksAfter), cause, timeZone);
  return { verdict: effectVerdict(before, after, weeksAfter), weeksBefore: mostWeeks, weeksAfter, before, after };
}

/** What is still to be done, the first due first; then what was done, the newest first. */
export async function readImprovements(database: Database, moment: Moment): Promise<Improvement[]> {
  const today = dayOf(moment.now, moment.timeZone);
  const rows = await database
    .selectFrom('improvement')
    .innerJoin('user', 'user.id', 'improvement.addedBy')
    .select(['improvement.id', 'what', 'why', 'cause', 'who', 'dueOn', 'doneOn', 'addedAt'])
    .select('user.name as addedByName')
    .orderBy('improvement.id', 'desc')
    .execute();
  const improvements = rows.map(async (row) => ({
    ...row,
    isLate: row.doneOn === null && row.dueOn !== null && row.dueOn < today,
    effect: await effectOf(database, row, moment),
  }));
  const key = ({ doneOn, dueOn }: Improvement) => (doneOn === null ? `0 ${dueOn ?? '9999'}` : '1');
  return (await Promise.all(improvements)).sort(
    (a, b) => key(a).localeCompare(key(b)) || (b.doneOn ?? '').localeCompare(a.doneOn ?? ''),
  );
}

export async function insertImprovement(database: Database, row: Insertable<Schema['improvement']>): Promise<number> {
  const { id } = await database.insertInto('improvement').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** False when there is no such improvement. */
export async function updateImprovement(
  database: Database,
  improvementId: number,
  terms: ImprovementTerms,
): Promise<boolean> {
  const result = await database
    .updateTable('improvement')
    .set(terms)
    .where('id', '=', improvementId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** False when there is no such improvement. */
export async function removeImprovement(database: Database, improvementId: number): Promise<boolean> {
  const result = await database.deleteFrom('improvement').where('id', '=', improvementId).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

export async function insertLook(database: Database, row: Insertable<Schema['checkLook']>): Promise<void> {
  await database.insertInto('checkLook').values(row).execute();
}
