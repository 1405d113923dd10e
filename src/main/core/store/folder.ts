import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { syncFolder } from './durably.ts';
import { errorCode, StoreProblem } from './problem.ts';

/** Where everything of a practice is. */
export interface DataFolder {
  folder: string;
  store: string;
  /** A store that a set-up has not finished yet. */
  unfinished: string;
  /** Another store that is being made ready to take its place. */
  incoming: string;
  /** A backup from elsewhere that is being looked at or taken over. */
  taken: string;
  /** The store under a new key, until it takes the place of the one of before. */
  renewed: string;
  keys: string;
  backups: string;
  /** When each of them was read through, and what came of it. */
  backupChecks: string;
  /** Which entry of the audit log was the newest when the app was last unlocked or locked. */
  auditTail: string;
  /** How far the store was written. */
  written: string;
}

export function dataFolderAt(folder: string): DataFolder {
  return {
    folder,
    store: path.join(folder, 'store.db'),
    unfinished: path.join(folder, 'store.db.unfinished'),
    incoming: path.join(folder, 'store.db.restoring'),
    taken: path.join(folder, 'store.db.taken'),
    renewed: path.join(folder, 'store.db.renewed'),
    keys: path.join(folder, 'keys.json'),
    backups: path.join(folder, 'backups'),
    backupChecks: path.join(folder, 'backups-checked.json'),
    auditTail: path.join(folder, 'log-tail.json'),
    written: path.join(folder, 'written.json'),
  };
}

export function hasStore(dataFolder: DataFolder): boolean {
  return existsSync(dataFolder.store);
}

/**
 * Takes the folder for this process alone, until the returned function is called or the process ends.
 * The lock is one of the operating system's on a file of its own, so a killed process leaves none behind.
 * @throws StoreProblem `folderInUse` or `folderUnwritable`
 */
export function holdFolder(dataFolder: DataFolder): () => void {
  try {
    const made = mkdirSync(dataFolder.folder, { recursive: true, mode: 0o700 });
    if (made) syncFolder(path.dirname(made));
    if (mkdirSync(dataFolder.backups, { recursive: true, mode: 0o700 })) syncFolder(dataFolder.folder);
    accessSync(dataFolder.folder, constants.R_OK | constants.W_OK);
    if (hasStore(dataFolder)) accessSync(dataFolder.store, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw new StoreProblem('folderUnwritable', errorCode(error));
  }
  let lock: Database.Database | undefined;
  try {
    lock = new Database(path.join(dataFolder.folder, 'in-use.lock'), { timeout: 0 });
    lock.pragma('journal_mode = DELETE');
    lock.exec('begin exclusive');
  } catch (error) {
    lock?.close();
    const code = errorCode(error);
    throw new StoreProblem(code.startsWith('SQLITE_BUSY') ? 'folderInUse' : 'folderUnwritable', code);
  }
  const held = lock;
  return () => held.close();
}
