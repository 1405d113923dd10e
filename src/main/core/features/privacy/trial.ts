import type { Kysely } from 'kysely';
import { z } from 'zod';
import {
  type KeptReason,
  type RetentionKind,
  retentionKind,
  type Trial,
  type TrialOfKind,
} from '../../../../shared/contract/privacy.ts';
import { cutoffOf, overAt } from '../../rules/retention.ts';
import type { Place } from '../../store/overTerm.ts';
import type { Schema } from '../../store/schema.ts';
import { findSetting, writeSetting } from '../settings/queries.ts';
import { type Collector, Going, type Walk } from './collectors/collector.ts';
import { collectors } from './collectors/index.ts';

type Database = Kysely<Schema>;

const AT_ONCE = 500;

interface Counted {
  goes: number;
  oldestAt: number | null;
  newestAt: number | null;
  stays: Map<KeptReason, number>;
}

const nothingOf = (): Counted => ({ goes: 0, oldestAt: null, newestAt: null, stays: new Map() });

async function countOf(collector: Collector, walk: Walk, before: number, counted: Counted, seen: () => Promise<void>) {
  for (let after: Place | null = null; ; ) {
    const page = await collector.candidates(walk, before, after, AT_ONCE);
    for (const { id, since, keptBy } of page) {
      if (keptBy !== null) {
        counted.stays.set(keptBy, (counted.stays.get(keptBy) ?? 0) + 1);
        continue;
      }
      walk.going.add(collector.table, id);
      counted.goes += 1;
      counted.oldestAt = Math.min(counted.oldestAt ?? since, since);
      counted.newestAt = Math.max(counted.newestAt ?? since, since);
    }
    await seen();
    after = page.at(-1) ?? null;
    if (!after || page.length < AT_ONCE) return;
  }
}

/** What would go now, kind by kind, with what stays and why; `seen` is called after each part. */
export async function tryErasing(
  { database, now, timeZone }: Omit<Walk, 'going'>,
  months: Readonly<Record<RetentionKind, number>>,
  seen: (share: number) => Promise<void>,
): Promise<Trial> {
  const walk: Walk = { database, now, timeZone, going: new Going() };
  const counts = new Map(retentionKind.options.map((kind) => [kind, nothingOf()]));
  for (const [index, collector] of collectors.entries()) {
    const counted = counts.get(collector.kind);
    const before = cutoffOf(now, months[collector.kind], timeZone);
    if (counted) await countOf(collector, walk, before, counted, () => seen(index / collectors.length));
  }
  const kinds = [...counts].map(([kind, { stays, ...counted }]): TrialOfKind => {
    return { kind, ...counted, stays: [...stays].map(([reason, count]) => ({ reason, count })) };
  });
  return { at: now, kinds };
}

/** When the first of what could go was over its term; null when nothing is. */
export function oldestOverAt(
  { kinds }: Trial,
  months: Readonly<Record<RetentionKind, number>>,
  timeZone: string,
): number | null {
  const ends = kinds.flatMap(({ kind, oldestAt }) =>
    oldestAt === null ? [] : [overAt(oldestAt, months[kind], timeZone)],
  );
  return ends.length === 0 ? null : Math.min(...ends);
}

const LAST_TRIAL = 'lastErasingTrial';
const lastTrial = z
  .object({
    at: z.number(),
    goes: z.number(),
    oldestOverAt: z.number().nullable(),
    /** Nothing goes by itself until a manager erased, or switched that on again. */
    waits: z.boolean().default(false),
  })
  .nullable()
  .default(null);
export type LastTrial = NonNullable<z.infer<typeof lastTrial>>;

/** What the last look found: the manager's day is asked often, and a look takes long. */
export async function readLastTrial(database: Database): Promise<LastTrial | null> {
  return lastTrial.parse(await findSetting(database, LAST_TRIAL));
}

export function writeLastTrial(database: Database, found: LastTrial): Promise<void> {
  return writeSetting(database, LAST_TRIAL, found);
}

export const goesOf = ({ kinds }: Trial): number => kinds.reduce((sum, { goes }) => sum + goes, 0);
