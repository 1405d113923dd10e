import type { Insertable, Kysely } from 'kysely';
import { z } from 'zod';
import {
  type RetentionKind,
  type RetentionOverview,
  type RetentionTerm,
  retentionKind,
} from '../../../../shared/contract/privacy.ts';
import { cutoffOf, standardMonths } from '../../rules/retention.ts';
import type { Schema } from '../../store/schema.ts';
import { findSetting, writeSetting } from '../settings/queries.ts';

type Database = Kysely<Schema>;

/** For how many months each kind is kept now. */
export async function readMonths(database: Database): Promise<Record<RetentionKind, number>> {
  const rows = await database.selectFrom('retentionTerm').select(['kind', 'months']).orderBy('id').execute();
  return { ...standardMonths, ...Object.fromEntries(rows.map(({ kind, months }) => [kind, months])) };
}

/** Whose term began before this is over it. */
export async function readCutoff(
  database: Database,
  kind: RetentionKind,
  now: number,
  timeZone: string,
): Promise<number> {
  return cutoffOf(now, (await readMonths(database))[kind], timeZone);
}

export async function chooseTerm(database: Database, term: Insertable<Schema['retentionTerm']>): Promise<void> {
  await database.insertInto('retentionTerm').values(term).execute();
}

/** Every term, with what the practice chose before. */
export async function readTerms(database: Database): Promise<RetentionTerm[]> {
  const rows = await database
    .selectFrom('retentionTerm')
    .leftJoin('user', 'user.id', 'retentionTerm.setBy')
    .select(['kind', 'months', 'reason', 'setAt', 'user.name as setByName'])
    .orderBy('retentionTerm.id', 'desc')
    .execute();
  const chosen = Map.groupBy(rows, ({ kind }) => kind);
  return retentionKind.options.map((kind) => {
    const ofKind = (chosen.get(kind) ?? []).map(({ kind: _kind, ...term }) => term);
    const standard = standardMonths[kind];
    return { kind, months: ofKind[0]?.months ?? standard, standardMonths: standard, chosen: ofKind };
  });
}

const AUTOMATIC = 'erasesAutomatically';
const automatic = z.object({ on: z.boolean(), setBy: z.number(), setAt: z.number() }).nullable().default(null);

/** Nothing goes by itself until a manager says so: whoever answers for it has seen a trial first. */
export async function erasesAutomatically(database: Database): Promise<boolean> {
  return automatic.parse(await findSetting(database, AUTOMATIC))?.on ?? false;
}

export function writeAutomatic(database: Database, on: boolean, setBy: number, setAt: number): Promise<void> {
  return writeSetting(database, AUTOMATIC, { on, setBy, setAt });
}

export async function readAutomatic(database: Database): Promise<RetentionOverview['automatic']> {
  const stored = automatic.parse(await findSetting(database, AUTOMATIC));
  if (!stored) return { on: false, setByName: null, setAt: null };
  const by = await database.selectFrom('user').select('name').where('id', '=', stored.setBy).executeTakeFirst();
  return { on: stored.on, setByName: by?.name ?? null, setAt: stored.setAt };
}
