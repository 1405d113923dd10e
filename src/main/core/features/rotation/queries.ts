import type { Kysely } from 'kysely';
import {
  type Duty,
  type PartOfDay,
  type RotationRule,
  rotationRule,
  type Turn,
} from '../../../../shared/contract/rotation.ts';
import { weekdayOf } from '../../rules/practiceTime.ts';
import { defaultRotationRule } from '../../rules/rotation.ts';
import type { Schema } from '../../store/schema.ts';
import { readDays } from '../team/workingDays.ts';

type Database = Kysely<Schema>;

const SETTING = 'rotation';

export async function readRule(database: Database): Promise<RotationRule> {
  const row = await database.selectFrom('setting').select('value').where('key', '=', SETTING).executeTakeFirst();
  return row ? rotationRule.parse(JSON.parse(row.value)) : defaultRotationRule;
}

export async function writeRule(database: Database, rule: RotationRule): Promise<void> {
  const value = JSON.stringify(rule);
  await database
    .insertInto('setting')
    .values({ key: SETTING, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

/** `morning` comes before `afternoon`. */
function inOrder<Row extends { day: string; part: PartOfDay }>(rows: Row[]): Row[] {
  const place = ({ day, part }: Row) => `${day} ${part === 'morning' ? 0 : 1}`;
  return rows.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** The turns of the days from the first up to and with the last, in the order in which they are taken. */
export async function readTurns(database: Database, firstDay: string, lastDay: string): Promise<Turn[]> {
  const rows = await database
    .selectFrom('turn')
    .selectAll()
    .where('day', '>=', firstDay)
    .where('day', '<=', lastDay)
    .orderBy('userId')
    .execute();
  return inOrder(rows);
}

export async function readOwnTurns(database: Database, userId: number, firstDay: string, lastDay: string) {
  const rows = await database
    .selectFrom('turn')
    .select(['day', 'part', 'duty'])
    .where('userId', '=', userId)
    .where('day', '>=', firstDay)
    .where('day', '<=', lastDay)
    .execute();
  return inOrder(rows);
}

export async function replaceTurns(database: Database, days: readonly string[], turns: readonly Turn[]): Promise<void> {
  if (days.length === 0) return;
  await database.deleteFrom('turn').where('day', 'in', days).execute();
  if (turns.length > 0)
    await database
      .insertInto('turn')
      .values([...turns])
      .execute();
}

interface Place {
  day: string;
  part: PartOfDay;
  userId: number;
}

export async function setTurn(database: Database, { day, part, userId }: Place, duty: Duty | null): Promise<void> {
  await database
    .deleteFrom('turn')
    .where('day', '=', day)
    .where('part', '=', part)
    .where('userId', '=', userId)
    .execute();
  if (duty) await database.insertInto('turn').values({ day, part, userId, duty }).execute();
}

/** Who is not there on which of the days: absent, or on a day of the week that is none of theirs. */
export async function absencesOn(database: Database, days: readonly string[]) {
  const [firstDay, lastDay] = [days[0], days.at(-1)];
  if (firstDay === undefined || lastDay === undefined) return [];
  const absences = await database
    .selectFrom('absence')
    .select(['userId', 'firstDay', 'lastDay'])
    .where('firstDay', '<=', lastDay)
    .where('lastDay', '>=', firstDay)
    .execute();
  const workers = await database.selectFrom('user').select(['id', 'workingDays']).execute();
  return days.flatMap((day) => {
    const absent = absences.filter((one) => one.firstDay <= day && day <= one.lastDay).map(({ userId }) => userId);
    const off = workers
      .filter(({ workingDays }) => !readDays(workingDays).includes(weekdayOf(day)))
      .map(({ id }) => id);
    return [...new Set([...absent, ...off])].map((userId) => ({ day, userId }));
  });
}
