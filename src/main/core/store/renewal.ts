import { existsSync, rmSync, statSync } from 'node:fs';
import { assertGoodBackup } from './backup.ts';
import { copyStore } from './copyStore.ts';
import { renameDurably, syncFile, syncFolder } from './durably.ts';
import { type DataFolder, hasStore } from './folder.ts';
import { type KeyFile, writeKeyFile } from './keyFile.ts';
import { changeKey, connect, type SqliteConnection } from './open.ts';
import { StoreProblem } from './problem.ts';
import { removeWithRests } from './withRests.ts';
import type { Written } from './written.ts';

/*
 * A renewal makes the whole store anew under another key, beside the one in use, and then takes three steps, each safe
 * on the disk before the next: the key file with the new key, which says that the new store waits; the new store in the
 * place of the old; the key file that says it is done. Cut short before the first, nothing has happened; after it, the
 * next start takes the other two.
 */

const steps = { copying: 0, changing: 1, checking: 2, count: 3 } as const;

export function discardRenewed({ renewed }: DataFolder): void {
  removeWithRests(renewed);
}

/**
 * Copies the store under another key, and reads the copy from end to end. Nothing may be written meanwhile. `enter` hears
 * of each step before it begins and while it goes on, and may throw to stop; changing the key is one piece.
 */
export function makeRenewedStore(
  dataFolder: DataFolder,
  { dataEncryptionKey, next }: { dataEncryptionKey: Uint8Array; next: Uint8Array },
  enter: (step: number, part?: number) => void,
): void {
  const { renewed, folder } = dataFolder;
  try {
    discardRenewed(dataFolder);
    enter(steps.copying);
    const store = connect(dataFolder.store, dataEncryptionKey);
    try {
      copyStore(store, renewed, dataEncryptionKey, (done, total) => enter(steps.copying, done / total));
    } finally {
      store.close();
    }
    enter(steps.changing);
    changeKey(renewed, dataEncryptionKey, next);
    enter(steps.checking);
    assertGoodBackup(renewed, next, (done, total) => enter(steps.checking, done / total));
    syncFile(renewed);
    syncFolder(folder);
    enter(steps.count);
  } catch (error) {
    discardRenewed(dataFolder);
    throw error;
  }
}

/** How far a renewal is, as a part of one; while the key is changed a journal grows to the size of the store. */
export function renewedPart({ store, renewed }: DataFolder, step: number, part: number): number {
  const journal = `${renewed}-journal`;
  const isGrowing = step === steps.changing && existsSync(journal) && hasSize(store);
  const within = isGrowing ? statSync(journal).size / statSync(store).size : part;
  return Math.min(1, (step + Math.min(1, within)) / steps.count);
}

const hasSize = (file: string): boolean => existsSync(file) && statSync(file).size > 0;

/** Changes with everything that is written to the store, whoever does so. */
export function changesOf(connection: SqliteConnection): string {
  const own = connection.prepare('select total_changes()').pluck().get();
  return `${own} ${connection.pragma('data_version', { simple: true })}`;
}

/** Closes the store, with nothing left of it but its one file. */
export function closeForRenewal(connection: SqliteConnection, written: Written, { store }: DataFolder): void {
  written.ending(() => {
    connection.pragma('wal_checkpoint(TRUNCATE)');
    connection.close();
  });
  if (hasSize(`${store}-wal`)) throw new StoreProblem('folderInUse', 'RENEWAL_WAL');
}

/** From here on the renewed store takes the place of the other, which must be closed. */
export function announceRenewed(dataFolder: DataFolder, file: KeyFile): KeyFile {
  const announced = { ...file, renewal: { ...file.renewal, unfinished: true } };
  writeKeyFile(dataFolder, announced);
  return announced;
}

/** Takes the steps that are left of a renewal that was cut short, or throws away what came to nothing. */
export function finishRenewal(dataFolder: DataFolder, file: KeyFile): KeyFile {
  const { renewed, store, folder } = dataFolder;
  if (!file.renewal.unfinished) {
    if (hasStore(dataFolder)) discardRenewed(dataFolder);
    return file;
  }
  syncFolder(folder);
  if (existsSync(renewed)) {
    if (hasSize(`${store}-wal`)) throw new StoreProblem('damagedStore', 'RENEWAL_WAL');
    for (const rest of ['-wal', '-shm']) rmSync(`${store}${rest}`, { force: true });
    renameDurably(renewed, store);
  }
  const finished = { ...file, renewal: { ...file.renewal, unfinished: false } };
  writeKeyFile(dataFolder, finished);
  return finished;
}
