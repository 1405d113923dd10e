import { dayOf, rangeOfDay } from '../../../rules/practiceTime.ts';
import { removeRows } from '../../../store/overTerm.ts';
import { type Collector, nextOf } from './collector.ts';

/** What was agreed with a caller or granted to one, from the day on which it ended. */
const endedCollector = (table: 'agreement' | 'exception'): Collector => ({
  kind: 'arrangements',
  table,

  async candidates({ database, timeZone }, before, after, limit) {
    const rows = await database
      .selectFrom(table)
      .select(['id', 'lastDay', 'endedAt'])
      .where(({ or, eb }) => or([eb('endedAt', '<', before), eb('lastDay', '<', dayOf(before, timeZone))]))
      .execute();
    const ended = rows.map(({ id, lastDay, endedAt }) => ({
      id,
      since: Math.min(endedAt ?? Number.MAX_VALUE, rangeOfDay(lastDay, timeZone).until),
      keptBy: null,
    }));
    return nextOf(
      ended.filter(({ since }) => since < before),
      after,
      limit,
    );
  },

  erase: ({ database }, ids) => removeRows(database, table, ids),
});

export const agreementsCollector = endedCollector('agreement');
export const exceptionsCollector = endedCollector('exception');
