import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { language } from '../../../shared/contract/base.ts';
import { syncFolder } from './durably.ts';
import type { DataFolder } from './folder.ts';
import { type KeyFileDamage, keyFileText, readKeyFileText } from './keyFileText.ts';
import { earlierKey, lockedKey } from './lockedKey.ts';
import { errorCode, StoreProblem } from './problem.ts';

/** Wrong secrets in a row, and how many of them stand in the audit log. */
const failures = z.object({ count: z.number().int().min(0), logged: z.number().int().min(0).default(0) });

const renewal = z.object({
  /** When the data encryption key was renewed last; null when never. */
  at: z.number().nullable(),
  /** Whether somebody who is not to open the store any more may have had the key of now. */
  due: z.boolean(),
  /** The store of the key of now still waits, complete, beside the old one. */
  unfinished: z.boolean(),
});

const newestVersion = 2;

/**
 * What stands in keys.json: the data encryption key, wrapped once for each worker and once for the recovery key.
 * The names that workers pick from a list before the store is open stand here readable; nothing else personal does.
 */
export const keyFile = z.object({
  /** Version 1 had no renewals; it becomes the newest when it is written. */
  version: z.union([z.literal(1), z.literal(newestVersion)]),
  /** Tells a right key from a wrong one without the store: HMAC-SHA256 of a fixed text. */
  check: z.base64(),
  language,
  lastUserId: z.number().int().nullable(),
  users: z.array(z.object({ id: z.number().int(), name: z.string(), key: lockedKey, failures })),
  recovery: z.object({ key: lockedKey, confirmed: z.boolean(), failures }),
  /** The data encryption keys of before, newest first. */
  earlier: z.array(earlierKey).default([]),
  renewal: renewal.default({ at: null, due: false, unfinished: false }),
  /** How many times it changed who it opens for: an older copy has a smaller number. */
  revision: z.number().int().min(0).default(0),
});
export type KeyFile = z.infer<typeof keyFile>;

export const noFailures = { count: 0, logged: 0 };

/** Those that nobody with the store open has seen yet. */
export const notLogged = ({ count, logged }: KeyFile['recovery']['failures']): number => Math.max(0, count - logged);
export const neverRenewed: KeyFile['renewal'] = { at: null, due: false, unfinished: false };

type KeyHolder = KeyFile['users'][number];

/** A worker has no key to replace when adding them was cut short, or when older keys were put back. */
export function withNewKey(users: readonly KeyHolder[], holder: KeyHolder): KeyHolder[] {
  if (!users.some(({ id }) => id === holder.id)) return [...users, holder];
  return users.map((known) => (known.id === holder.id ? { ...known, key: holder.key, failures: noFailures } : known));
}

export function keyCheck(dataEncryptionKey: Uint8Array): string {
  return createHmac('sha256', dataEncryptionKey).update('rugdekking data encryption key').digest('base64');
}

export function isRightKey(file: KeyFile, dataEncryptionKey: Uint8Array): boolean {
  const kept = Buffer.from(file.check, 'base64');
  const right = Buffer.from(keyCheck(dataEncryptionKey), 'base64');
  return kept.length === right.length && timingSafeEqual(kept, right);
}

/** Everything that decides which secrets open which store. */
const locks = ({ check, users, recovery, earlier }: KeyFile): string =>
  JSON.stringify([check, users.map(({ id, key }) => [id, key]), recovery.key, earlier]);

/** The next key file, with the next number when it opens for others than the one before. */
export function numbered(before: KeyFile, next: KeyFile): KeyFile {
  const isOther = locks(before) !== locks(next);
  return { ...next, revision: Math.max(next.revision, before.revision + (isOther ? 1 : 0)) };
}

interface KeysRead {
  file: KeyFile;
  damage: KeyFileDamage | null;
  /** Whether it may stay as it is. */
  isWhole: boolean;
}

/** @throws StoreProblem `damagedKeys` when it cannot be read; the file is left as it was. */
export function readKeys({ keys }: Pick<DataFolder, 'keys'>): KeysRead | null {
  if (!existsSync(keys)) return null;
  try {
    const read = readKeyFileText(readFileSync(keys, 'utf8'));
    if (!read) throw new StoreProblem('damagedKeys', 'KEY_FILE_TEXT');
    return { file: keyFile.parse(read.content), damage: read.damage, isWhole: read.isWhole };
  } catch (error) {
    throw new StoreProblem('damagedKeys', error instanceof z.ZodError ? 'KEY_FILE_SHAPE' : errorCode(error));
  }
}

export const readKeyFile = (dataFolder: Pick<DataFolder, 'keys'>): KeyFile | null => readKeys(dataFolder)?.file ?? null;

/** Replaces the key file as a whole, written to the disk before it takes the place of the old one. */
export function writeKeyFile(dataFolder: DataFolder, file: KeyFile): void {
  writeFileAtomic.sync(dataFolder.keys, keyFileText({ ...file, version: newestVersion }), { mode: 0o600, fsync: true });
  syncFolder(dataFolder.folder);
}
