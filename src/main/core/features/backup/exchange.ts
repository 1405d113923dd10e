import path from 'node:path';
import type { Noted } from '../../../../shared/contract/backup.ts';
import type { CoreServices } from '../../services.ts';
import { instantOfBackup } from '../../store/backupFiles.ts';
import { StoreProblem } from '../../store/problem.ts';
import { listAside } from '../../store/restore.ts';
import { type PlaceTaken, takePlace } from '../../store/takePlace.ts';
import type { Unlocked } from '../session/unlocked.ts';
import { countNoted, highestUserId } from './queries.ts';
import { earlierKeysOf, noteReading } from './readThrough.ts';
import { withBackups } from './underWay.ts';

/** Another store that somebody chose: a backup, or one that was put aside. */
export interface Chosen {
  file: string;
  /** What was noted since then is not in it. */
  since: number;
}

export function chosenBackup({ session }: CoreServices, name: string): Chosen | null {
  const since = instantOfBackup(name);
  return since === null ? null : { file: path.join(session.dataFolder.backups, name), since };
}

export function chosenAside({ session }: CoreServices, name: string): Chosen | null {
  const aside = listAside(session.dataFolder).find((kept) => kept.name === name);
  return aside ? { file: path.join(session.dataFolder.folder, name), since: aside.asideAt } : null;
}

/** More was noted than somebody agreed to lose. */
export class LostMore extends Error {
  readonly noted: Noted;

  constructor(noted: Noted) {
    super('something was noted meanwhile');
    this.noted = noted;
  }
}

interface Exchange extends Chosen {
  taken: PlaceTaken;
  key: Uint8Array;
  /** Who is at work, with how much they agreed to lose; null while the store cannot be opened. */
  atWork: { unlocked: Unlocked; lost: number } | null;
}

/** Has the other store read through beside the one there is, then gives it the place; the app is locked after it. */
export async function exchange(core: CoreServices, { file, since, taken, key, atWork }: Exchange): Promise<void> {
  const { session, offMainThread, options } = core;
  const { dataFolder } = session;
  const users = session.keys.file?.users ?? [];
  const holders = users.map(({ id }) => id);
  const known = atWork ? await highestUserId(atWork.unlocked.database) : 0;
  if (atWork) {
    const noted = await countNoted(atWork.unlocked.database, since);
    if (noted.contacts + noted.incidents !== atWork.lost) throw new LostMore(noted);
  }
  await withBackups(core, key, async (dataEncryptionKey, counters) => {
    const reading = offMainThread.run('prepareIncoming', {
      ...{ folder: dataFolder.folder, file, dataEncryptionKey, earlier: earlierKeysOf(core), counters },
      ...{ holders, highestUserId: Math.max(known, ...holders, 0) },
    });
    const { isWhole } = await noteReading(core, path.basename(file), reading);
    if (!isWhole) throw new StoreProblem('damagedStore', 'BACKUP_INTEGRITY');
    await session.lockAtOnce();
    takePlace(dataFolder, dataFolder.incoming, taken, options.clock());
    // What is known of the store of before is not known of this one.
    session.secondPlace = undefined;
    session.changedSinceBackup = true;
  });
  session.start();
  session.tellState();
}
