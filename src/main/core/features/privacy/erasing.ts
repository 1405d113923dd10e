import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type RetentionKind, type RetentionRun, retentionKind } from '../../../../shared/contract/privacy.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import { cutoffOf } from '../../rules/retention.ts';
import { forgetErased, inSmallParts, letOthersFirst, type Place } from '../../store/overTerm.ts';
import type { Schema } from '../../store/schema.ts';
import { type Collector, Going, type Walk } from './collectors/collector.ts';
import { collectors } from './collectors/index.ts';
import { foldSmallMonths } from './pastCounts.ts';

type Database = Kysely<Schema>;
type Counts = Partial<Record<RetentionKind, number>>;

/** So few at once that nobody who types notices: a batch with all that hangs on it takes some milliseconds. */
const IN_A_BATCH = 20;
/** A batch that took longer is followed by a smaller one, but for what each costs however small it is. */
const LONG_MS = 20;
const FEWEST_IN_A_BATCH = 5;
const LOOKED_AT = 200;

const storedCounts = z.partialRecord(retentionKind, z.number());

async function beginRun(database: Database, startedBy: number | null, startedAt: number): Promise<number> {
  const { id } = await database
    .insertInto('retentionRun')
    .values({ startedAt, startedBy, endedAt: null, outcome: null, counts: '{}' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function endRun(database: Database, runId: number, outcome: 'whole' | 'stopped', endedAt: number) {
  await database.updateTable('retentionRun').set({ outcome, endedAt }).where('id', '=', runId).execute();
}

interface Erasing extends Walk {
  runId: number;
  counts: Counts;
  /** Called after each batch; false means to stop. */
  goOn(erased: number): boolean;
}

async function eraseBatch(collector: Collector, erasing: Erasing, ids: readonly Place['id'][]): Promise<void> {
  const { database, timeZone, now, runId, counts } = erasing;
  const sum = (counts[collector.kind] ?? 0) + ids.length;
  await database.transaction().execute(async (transaction) => {
    await collector.erase({ database: transaction, timeZone, now }, ids);
    // With the batch itself: also a run that is cut short says what it did.
    const kept = JSON.stringify({ ...counts, [collector.kind]: sum });
    await transaction.updateTable('retentionRun').set({ counts: kept }).where('id', '=', runId).execute();
  });
  counts[collector.kind] = sum;
}

/** Erases all of one table that may go; false when it was stopped. */
async function eraseAll(collector: Collector, erasing: Erasing, before: number): Promise<boolean> {
  const inBatch = collector.atOnce ?? IN_A_BATCH;
  const lookedAt = Math.max(LOOKED_AT, inBatch);
  let size = inBatch;
  for (let after: Place | null = null; ; ) {
    const page = await collector.candidates(erasing, before, after, lookedAt);
    const ids = page.filter(({ keptBy }) => keptBy === null).map(({ id }) => id);
    for (let first = 0; first < ids.length; ) {
      const batch = ids.slice(first, first + size);
      first += batch.length;
      const began = performance.now();
      await eraseBatch(collector, erasing, batch);
      const isLong = performance.now() - began > LONG_MS;
      size = isLong ? Math.max(FEWEST_IN_A_BATCH, Math.ceil(size / 2)) : Math.min(inBatch, size * 2);
      await letOthersFirst(erasing.database);
      if (!erasing.goOn(batch.length)) return false;
    }
    after = page.at(-1) ?? null;
    if (!after || page.length < lookedAt) return true;
  }
}

interface Run extends Omit<Walk, 'going'> {
  months: Readonly<Record<RetentionKind, number>>;
  /** Null when the program does it by itself. */
  startedBy: number | null;
  goOn: Erasing['goOn'];
  /** Written down together with the beginning. */
  audit(database: Database, subject: string): Promise<void>;
}

/** Erases what is over its term, a little at a time, and keeps how much of what that was. */
export async function eraseOverTerm({ startedBy, audit, months, ...moment }: Run): Promise<number> {
  const { database, now, timeZone } = moment;
  const runId = await database.transaction().execute(async (transaction) => {
    const id = await beginRun(transaction, startedBy, now);
    await audit(transaction, `retention run ${id}`);
    return id;
  });
  const erasing: Erasing = { ...moment, going: new Going(), runId, counts: {} };
  const isWhole = await inSmallParts(database, async () => {
    for (const collector of collectors) {
      const before = cutoffOf(now, months[collector.kind], timeZone);
      if (!(await eraseAll(collector, erasing, before))) return false;
    }
    return true;
  });
  await database.transaction().execute(async (transaction) => {
    await foldSmallMonths(transaction, dayOf(now, timeZone).slice(0, 7));
    await endRun(transaction, runId, isWhole ? 'whole' : 'stopped', now);
  });
  await forgetErased(database);
  return runId;
}

const SHOWN_RUNS = 24;

/** What was erased before, the newest first. */
export async function readRuns(database: Database, only?: number): Promise<RetentionRun[]> {
  const rows = await database
    .selectFrom('retentionRun')
    .leftJoin('user', 'user.id', 'retentionRun.startedBy')
    .select(['retentionRun.id', 'startedAt', 'outcome', 'counts', 'user.name as byName'])
    .$if(only !== undefined, (query) => query.where('retentionRun.id', '=', only ?? 0))
    .orderBy('retentionRun.id', 'desc')
    .limit(SHOWN_RUNS)
    .execute();
  return rows.map(({ counts, ...row }) => {
    const found = storedCounts.parse(JSON.parse(counts));
    return {
      ...row,
      counts: retentionKind.options.flatMap((kind) => (found[kind] ? [{ kind, count: found[kind] }] : [])),
    };
  });
}
