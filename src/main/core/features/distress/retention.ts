import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { day, shortText } from '../../../../shared/contract/base.ts';
import { concernRetention } from '../../../../shared/contract/distress.ts';
import { keptFrom } from '../../rules/concern.ts';
import type { Schema } from '../../store/schema.ts';
import { findSetting, writeSetting } from '../settings/queries.ts';

const KEY = 'concernRetention';

/** Twelve months until a practice chooses otherwise: long enough to see a pattern, and no norm says longer. */
const stored = concernRetention
  .extend({ reason: shortText, chosenOn: day.nullable() })
  .default({ months: 12, reason: '', chosenOn: null });
type StoredRetention = z.infer<typeof stored>;

export async function readRetention(database: Kysely<Schema>): Promise<StoredRetention> {
  return stored.parse(await findSetting(database, KEY));
}

export function writeRetention(database: Kysely<Schema>, retention: StoredRetention): Promise<void> {
  return writeSetting(database, KEY, retention);
}

/** From when on contacts of concern are shown. */
export async function shownFrom(database: Kysely<Schema>, now: number, timeZone: string): Promise<number> {
  return keptFrom(now, (await readRetention(database)).months, timeZone);
}
