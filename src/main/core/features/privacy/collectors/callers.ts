import type { Kysely } from 'kysely';
import { rowsAbout } from '../../../store/callerReferences.ts';
import { removeRows, rowsBefore } from '../../../store/overTerm.ts';
import type { Schema } from '../../../store/schema.ts';
import { type Collector, type Going, numbersOf } from './collector.ts';

/** What goes with a card, because it says nothing without it. */
const partOfCard: readonly (keyof Schema)[] = ['unfinished', 'callerMerge', 'privacyRequest'];

/** The callers about whom something stays. */
async function stillNamed(database: Kysely<Schema>, ids: readonly number[], going: Going): Promise<Set<number>> {
  const rows = await rowsAbout(database, ids, partOfCard);
  return new Set(rows.filter(({ table, id }) => !going.has(table, id)).map(({ callerId }) => callerId));
}

/** Cards of callers who were not heard of any more and about whom nothing is left. */
export const callersCollector: Collector = {
  kind: 'callers',
  table: 'caller',

  async candidates({ database, going }, before, after, limit) {
    const rows = await rowsBefore(database, { table: 'caller', since: 'lastContactAt' }, before, after, limit);
    if (rows.length === 0) return [];
    const named = await stillNamed(database, numbersOf(rows.map(({ id }) => id)), going);
    return rows.map((row) => ({ ...row, keptBy: named.has(Number(row.id)) ? ('stillNamed' as const) : null }));
  },

  erase: ({ database }, ids) => removeRows(database, 'caller', ids),
};
