import type { Kysely } from 'kysely';
import { type Triage, triage } from '../../../../shared/contract/distress.ts';
import type { Schema } from '../../store/schema.ts';
import { findSetting, writeSetting } from '../settings/queries.ts';

const KEY = 'triage';
const none: Triage = { text: '', receivedFrom: '', receivedOn: null };

/** The text that the practice received from 113; empty until a manager pastes it in. */
export async function readTriage(database: Kysely<Schema>): Promise<Triage> {
  return triage.parse((await findSetting(database, KEY)) ?? none);
}

export const writeTriage = (database: Kysely<Schema>, text: Triage): Promise<void> => writeSetting(database, KEY, text);
