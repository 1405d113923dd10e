import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Kysely } from 'kysely';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { type AuditTail, auditTail, branchOf, hasTail, isBranchExplained, newestEntry, readTail } from './auditTail.ts';
import { listBackups } from './backupFiles.ts';
import { asDatabase } from './database.ts';
import { withAllKeys } from './earlierKeys.ts';
import type { DataFolder } from './folder.ts';
import { type KeyFile, keyCheck } from './keyFile.ts';
import { connect } from './open.ts';
import { errorCode, StoreProblem } from './problem.ts';
import type { Schema } from './schema.ts';
import { readPlaceTaken } from './takePlace.ts';

/*
 * A folder of which all files were replaced by older copies at once looks like the practice of then. So the end of its log
 * is looked for in two places that are not replaced with it: the backups, and a note apart from the folder.
 */

const apartNote = z.object({
  tail: auditTail,
  /** What tells the keys of the practice, the one of now first: a note about another one in the same place says nothing. */
  checks: z.array(z.string()).min(1),
});

type Keys = Pick<KeyFile, 'check' | 'earlier'>;

export interface ProvedKeys {
  dataEncryptionKey: Uint8Array;
  keys: Keys;
}

export interface KeptApart extends ProvedKeys {
  /** A folder outside of that with the data; null where nothing is kept apart. */
  apart: string | null;
  dataFolder: DataFolder;
}

/** One for each folder with data, whose place the name does not give away. */
function noteFile(apart: string, { folder }: DataFolder): string {
  const name = createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 16);
  return path.join(apart, `log-end-${name}.json`);
}

/** What tells the keys of the practice, the one of now first. */
export function checksOf({ dataEncryptionKey, keys }: ProvedKeys): Promise<string[]> {
  return withAllKeys(keys.earlier, dataEncryptionKey, ([, ...before]) => [keys.check, ...before.map(keyCheck)]);
}

/** Either may have gone back to before a renewal: the folder, or the note where the folder came from another computer. */
export const areOfOnePractice = (some: readonly string[], others: readonly string[]): boolean =>
  some.includes(others[0] ?? '') || others.includes(some[0] ?? '');

/** Notes how far the log is where a copy of the folder does not come. It is a help: nobody is kept from work without it. */
export async function noteApart(kept: KeptApart, database: Kysely<Schema>): Promise<void> {
  const tail = await readTail(database);
  if (kept.apart === null || !tail) return;
  const note: z.infer<typeof apartNote> = { tail, checks: await checksOf(kept) };
  try {
    mkdirSync(kept.apart, { recursive: true, mode: 0o700 });
    writeFileAtomic.sync(noteFile(kept.apart, kept.dataFolder), `${JSON.stringify(note)}\n`, {
      mode: 0o600,
      fsync: true,
    });
  } catch (error) {
    console.error('not noted apart', errorCode(error));
  }
}

async function tailApart(kept: KeptApart): Promise<AuditTail | null> {
  if (kept.apart === null) return null;
  try {
    const { tail, checks } = apartNote.parse(JSON.parse(readFileSync(noteFile(kept.apart, kept.dataFolder), 'utf8')));
    return areOfOnePractice(checks, await checksOf(kept)) ? tail : null;
  } catch {
    return null;
  }
}

/** Whether the newest backup knows more of the log than the log, and nothing that was put back explains it. */
async function isBehindBackup({ dataFolder, dataEncryptionKey }: KeptApart, log: Kysely<Schema>): Promise<boolean> {
  const [newest] = listBackups(dataFolder.backups);
  if (!newest) return false;
  try {
    const connection = connect(path.join(dataFolder.backups, newest.name), dataEncryptionKey);
    try {
      const backup = asDatabase(connection);
      if ((await newestEntry(backup)) <= (await newestEntry(log))) return false;
      // Somebody was told already, and went on.
      const wasAccepted = (await branchOf(log, backup)).ofLog === 'audit.shorter';
      return !wasAccepted && !(await isBranchExplained(log, backup));
    } finally {
      connection.close();
    }
  } catch {
    // A backup that is damaged, or under a key of before, has a place of its own to be told of.
    return false;
  }
}

/**
 * Looks whether a later end of the log is known in the profile of the program or in the backups, before anything is written.
 * @throws StoreProblem `missingWork`
 */
export async function assertLatest(kept: KeptApart, database: Kysely<Schema>): Promise<void> {
  // A backup that was just put back is told of in the log of whoever unlocks it.
  if (readPlaceTaken(kept.dataFolder)) return;
  const tail = await tailApart(kept);
  if (tail && !(await hasTail(database, tail))) throw new StoreProblem('missingWork', 'APART_LATER');
  if (await isBehindBackup(kept, database)) throw new StoreProblem('missingWork', 'BACKUP_LATER');
}
