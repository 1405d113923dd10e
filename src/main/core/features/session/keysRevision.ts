import type { Kysely } from 'kysely';
import type { Schema } from '../../store/schema.ts';
import { findSetting, writeSetting } from '../settings/queries.ts';
import type { Unlocked } from './unlocked.ts';

const SETTING = 'keysRevision';

/** How often the key file had changed when the store was told last: an older copy of that has a smaller number. */
export async function knownRevision(database: Kysely<Schema>): Promise<number> {
  return Number((await findSetting(database, SETTING)) ?? 0);
}

/** Tells the store, and the note beside it. */
export async function noteRevision(
  { database, written }: Pick<Unlocked, 'database' | 'written'>,
  revision: number,
): Promise<void> {
  if (revision > (await knownRevision(database))) await writeSetting(database, SETTING, revision);
  written.noteKeys(revision);
}
