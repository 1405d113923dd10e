import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '../../src/main/core/core.ts';

/** Every page of the open store without its encryption, the free ones too, after the write-ahead log was carried over. */
export function plainBytesOf(core: Core): Buffer {
  const connection = core.context.core.session.unlocked?.connection;
  if (!connection) throw new Error('the store is not open');
  const left = connection.pragma('wal_checkpoint(truncate)');
  if (JSON.stringify(left).includes('"busy":1')) throw new Error('the write-ahead log is in use');
  return connection.serialize();
}

/** Which of these texts stand somewhere in these bytes, in any way in which a text is written down. */
export function textsFoundIn(bytes: Buffer, texts: readonly string[]): string[] {
  return texts.filter((text) =>
    (['utf8', 'utf16le', 'latin1'] as const).some((encoding) => bytes.includes(Buffer.from(text, encoding))),
  );
}

export function backupsIn(folder: string): string[] {
  const backups = path.join(folder, 'backups');
  return existsSync(backups) ? readdirSync(backups) : [];
}
