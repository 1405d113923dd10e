import type { Kysely } from 'kysely';
import { dayOf, rangeOfDay } from '../../../rules/practiceTime.ts';
import { removeRows } from '../../../store/overTerm.ts';
import type { Schema } from '../../../store/schema.ts';
import { type Collector, nextOf, numbersOf } from './collector.ts';

type Database = Kysely<Schema>;

interface OfDay {
  id: number | string;
  day: string;
}

/** Rows that count from the end of a day. */
const dayCollector = (
  table: 'absence' | 'coachingMoment',
  read: (database: Database, beforeDay: string) => Promise<OfDay[]>,
): Collector => ({
  kind: 'teamRecords',
  table,
  async candidates({ database, timeZone }, before, after, limit) {
    const rows = await read(database, dayOf(before, timeZone));
    const over = rows.map(({ id, day }) => ({ id, since: rangeOfDay(day, timeZone).until, keptBy: null }));
    return nextOf(over, after, limit);
  },
  erase: ({ database }, ids) => removeRows(database, table, ids),
});

export const absencesCollector = dayCollector('absence', (database, beforeDay) =>
  database.selectFrom('absence').select(['id', 'lastDay as day']).where('lastDay', '<', beforeDay).execute(),
);

export const coachingCollector = dayCollector('coachingMoment', (database, beforeDay) =>
  database.selectFrom('coachingMoment').select(['id', 'onDay as day']).where('onDay', '<', beforeDay).execute(),
);

/** The turns of a day, together: they have no number of their own. */
export const turnsCollector: Collector = {
  kind: 'teamRecords',
  table: 'turn',
  async candidates({ database, timeZone }, before, after, limit) {
    const rows = await database
      .selectFrom('turn')
      .select('day')
      .distinct()
      .where('day', '<', dayOf(before, timeZone))
      .execute();
    const over = rows.map(({ day }) => ({ id: day, since: rangeOfDay(day, timeZone).until, keptBy: null }));
    return nextOf(over, after, limit);
  },
  async erase({ database }, days) {
    await database.deleteFrom('turn').where('day', 'in', days.map(String)).execute();
  },
};

/** Where the program keeps something of a worker that no record of a caller needs. */
const ownTables = [
  ...([
    'trainingRecord',
    'coachingMoment',
    'absence',
    'turn',
    'aftercare',
    'houseRuleReading',
    'favouritePhrase',
  ] as const),
  ...(['phrase', 'breakEvent', 'workSpan', 'bucketStart', 'takeOverRequest', 'unfinished', 'draft'] as const),
] as const;

/** Takes away what is kept of workers themselves; their names stay with what they wrote down and decided. */
export async function eraseOwnRecords(database: Database, userIds: readonly number[]): Promise<void> {
  for (const table of ownTables) await database.deleteFrom(table).where('userId', 'in', userIds).execute();
}

async function hasOwnRecords(database: Database, userId: number): Promise<boolean> {
  for (const table of ownTables) {
    const found = await database.selectFrom(table).select('userId').where('userId', '=', userId).limit(1).execute();
    if (found.length > 0) return true;
  }
  return false;
}

/** What is kept of workers themselves, from the day on which they lost access. */
export const formerWorkersCollector: Collector = {
  kind: 'formerWorkers',
  table: 'user',
  async candidates({ database }, before, after, limit) {
    const left = await database
      .selectFrom('user')
      .select(['id', 'removedAt as since'])
      .where('active', '=', 0)
      .where('removedAt', '<', before)
      .$narrowType<{ since: number }>()
      .execute();
    const found = [];
    for (const worker of left) {
      if (await hasOwnRecords(database, worker.id)) found.push({ ...worker, keptBy: null });
    }
    return nextOf(found, after, limit);
  },
  erase: ({ database }, ids) => eraseOwnRecords(database, numbersOf(ids)),
};
