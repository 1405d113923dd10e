import type { Kysely, RawBuilder } from 'kysely';
import type { KeptReason, RetentionKind } from '../../../../../shared/contract/privacy.ts';
import { type Key, type Place, removeRows, rowsBefore } from '../../../store/overTerm.ts';
import type { Schema } from '../../../store/schema.ts';

/** What would be gone by now, while nothing is erased: what rests on it goes too. */
export class Going {
  readonly #tables = new Map<keyof Schema, Set<Key>>();

  add(table: keyof Schema, id: Key): void {
    const known = this.#tables.get(table) ?? new Set();
    this.#tables.set(table, known.add(id));
  }

  has(table: keyof Schema, id: Key): boolean {
    return this.#tables.get(table)?.has(id) ?? false;
  }
}

export interface Walk {
  database: Kysely<Schema>;
  now: number;
  timeZone: string;
  /** Empty while erasing: then it is gone in truth. */
  going: Going;
}

/** Something whose term is over, with why it stays if it does. */
export interface Candidate extends Place {
  keptBy: KeptReason | null;
}

/** Finds what of one table is over its term, and erases it with all that hangs on it. */
export interface Collector {
  kind: RetentionKind;
  table: keyof Schema;
  /** How many go in one transaction, when that is not the usual few. */
  atOnce?: number;
  /** The next ones whose term began before an instant, the oldest first; fewer than the limit when there are no more. */
  candidates(walk: Walk, before: number, after: Place | null, limit: number): Promise<Candidate[]>;
  erase(walk: Pick<Walk, 'database' | 'timeZone' | 'now'>, ids: readonly Key[]): Promise<void>;
}

export const numbersOf = (ids: readonly Key[]): number[] => ids.filter((id) => typeof id === 'number');

/** For rows that nothing rests on and that take everything of theirs along. */
export function plainCollector(
  kind: RetentionKind,
  table: keyof Schema,
  since: string,
  only?: RawBuilder<boolean>,
): Collector {
  return {
    kind,
    table,
    async candidates({ database }, before, after, limit) {
      const rows = await rowsBefore(database, only ? { table, since, only } : { table, since }, before, after, limit);
      return rows.map((row) => ({ ...row, keptBy: null }));
    },
    erase: ({ database }, ids) => removeRows(database, table, ids),
  };
}

/** What is found all at once, because there is never much of it; in the order of a walk. */
export function nextOf<Found extends Place>(found: readonly Found[], after: Place | null, limit: number): Found[] {
  const compare = (one: Place, other: Place) =>
    one.since - other.since || String(one.id).localeCompare(String(other.id), 'en', { numeric: true });
  return [...found]
    .sort(compare)
    .filter((one) => !after || compare(one, after) > 0)
    .slice(0, limit);
}
