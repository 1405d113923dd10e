import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { asDatabase } from '../../src/main/core/store/database.ts';
import { connect, prepareConnection } from '../../src/main/core/store/open.ts';
import { Written } from '../../src/main/core/store/written.ts';
import { openLocked, type Practice } from './practices.ts';

/** The same practice in unencrypted SQLite: the same program asks the same of the same rows. */
export async function openPlainTwin(practice: Practice): Promise<Practice> {
  const { unlocked } = practice.core.context.core.session;
  if (!unlocked) throw new Error('the practice is locked');
  // Carried over for the copy, which says so beforehand.
  unlocked.written.settle();
  unlocked.connection.pragma('wal_checkpoint(TRUNCATE)');
  const folder = `${practice.folder}-plain`;
  rmSync(folder, { recursive: true, force: true });
  cpSync(practice.folder, folder, { recursive: true });
  const plainFile = path.join(folder, 'plain.db');
  cpSync(path.join(folder, 'store.db'), plainFile);
  const encrypted = connect(plainFile, unlocked.dataEncryptionKey);
  encrypted.pragma('journal_mode = DELETE');
  encrypted.pragma("rekey = ''");
  encrypted.close();

  const twin = await openLocked(folder, practice.contacts, practice.clock.now);
  const { session } = twin.core.context.core;
  await session.unlock(twin.managerId, unlocked.dataEncryptionKey.slice());
  const opened = session.unlocked;
  if (!opened) throw new Error('the twin is locked');
  opened.written.ending(() => opened.connection.close());
  const connection = new Database(plainFile, { fileMustExist: true });
  prepareConnection(connection);
  const written = new Written({ ...session.dataFolder, store: plainFile }, connection, 0);
  // The same object, which its log knows.
  Object.assign(opened, { connection, written, database: asDatabase(connection, written) });
  return twin;
}

export function removePlainTwin({ folder }: Practice): void {
  rmSync(folder, { recursive: true, force: true });
}
