import path from 'node:path';
import type { Kysely } from 'kysely';
import type { SecondPlace } from '../../../../shared/contract/backup.ts';
import { type Counters, isStopped } from '../../progress.ts';
import type { CoreServices } from '../../services.ts';
import type { Schema } from '../../store/schema.ts';
import { findSecondPlace, writeSecondPlace } from './queries.ts';

/** The place that a manager chose. What happened while the app was locked is known before it stands in the store. */
export async function readSecondPlace(
  { session }: CoreServices,
  database: Kysely<Schema>,
): Promise<SecondPlace | null> {
  if (session.secondPlace === undefined) {
    session.secondPlace = await findSecondPlace(database);
  }
  return session.secondPlace;
}

export async function keepSecondPlace({ session }: CoreServices, place: SecondPlace | null): Promise<void> {
  session.secondPlace = place;
  if (session.unlocked) await writeSecondPlace(session.unlocked.database, place);
}

/** The data folder is no second place: what takes the one takes the other. */
export function isApart({ session }: CoreServices, folder: string): boolean {
  const between = path.relative(session.dataFolder.folder, folder);
  return path.isAbsolute(folder) && (between.startsWith('..') || path.isAbsolute(between));
}

export interface Copying {
  dataEncryptionKey: Uint8Array;
  timeZone: string;
  now: number;
  counters: Counters;
}

/** Copies the newest backup to a place and says what came of it; a place that is not there is no failure of the backup. */
export async function copiedTo(core: CoreServices, place: SecondPlace, copying: Copying): Promise<SecondPlace> {
  const { folder } = core.session.dataFolder;
  const { folder: chosen, notBefore } = place;
  const problem = await core.offMainThread
    .run('copyToSecondPlace', { folder, chosen, notBefore, ...copying })
    .catch((error) => (isStopped(error) ? 'stopped' : Promise.reject(error)));
  const { now } = copying;
  return { ...place, problem, triedAt: now, copiedAt: problem === null ? now : place.copiedAt };
}

const TRY_AGAIN_AFTER = 10 * 60_000;

/** Whether a stick that was not there may be back. */
export function mayTryAgain(place: SecondPlace | null | undefined, now: number): boolean {
  return place?.problem != null && Math.abs(now - place.triedAt) >= TRY_AGAIN_AFTER;
}
