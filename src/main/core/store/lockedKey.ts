import { createHash } from 'node:crypto';
import { z } from 'zod';
import { MOST_PASSES } from '../rules/unlockCost.ts';
import { bytes } from './keyBytes.ts';

/**
 * A key, locked with another that is derived from a secret by argon2id. All bytes in base64; what is none is damaged, and
 * is told of by whoever's key it is rather than of the whole file.
 */
const wrappedKey = z.object({
  salt: z.string(),
  /** Argon2id passes over the memory, and that memory in bytes. */
  passes: z.number().int().min(1),
  memory: z.number().int().min(8192),
  nonce: z.string(),
  ciphertext: z.string(),
});
export type WrappedKey = z.infer<typeof wrappedKey>;

/**
 * What somebody opens the data encryption key with: a pair of keys whose private one is wrapped with their secret, and
 * the data encryption key sealed to the public one, so that it can be renewed without anybody's secret.
 */
const holderKey = z.object({
  publicKey: z.string(),
  privateKey: wrappedKey,
  dataKey: z.string(),
  /** Made with the data encryption key: this public key was put here by somebody who had it. */
  vouched: z.string(),
  /** Made with the private key: the data encryption key that was opened last, which the one of now must succeed. */
  known: z.string(),
  /** Of all the rest, to tell a damaged key from a wrong password. It vouches for nothing: anybody can make one. */
  checksum: z.string().optional(),
});
export type HolderKey = z.infer<typeof holderKey>;

function checksumOf({ publicKey, privateKey, dataKey, vouched, known }: HolderKey): string {
  const { salt, passes, memory, nonce, ciphertext } = privateKey;
  const parts = [publicKey, salt, passes, memory, nonce, ciphertext, dataKey, vouched, known];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
}

export const withChecksum = (key: HolderKey): HolderKey => ({ ...key, checksum: checksumOf(key) });

/** Before, the data encryption key itself was wrapped; the next unlock makes a holder's key of it. */
export const lockedKey = z.union([holderKey, wrappedKey]);
export type LockedKey = z.infer<typeof lockedKey>;

export const isHolderKey = (key: LockedKey): key is HolderKey => 'publicKey' in key;

/** More memory would not shrink again: that of WebAssembly only grows. */
export const MEMORY = 64 * 1024 * 1024;

/** Of what every key was wrapped with: argon2id, and XSalsa20 with Poly1305, whose sixteen bytes follow the key. */
const LENGTHS = { salt: 16, nonce: 24, ciphertext: 32 + 16 } as const;

function couldBeWrapped({ passes, memory, ...parts }: WrappedKey): boolean {
  if (memory !== MEMORY || passes > MOST_PASSES) return false;
  return (['salt', 'nonce', 'ciphertext'] as const).every((part) => bytes(parts[part]).length === LENGTHS[part]);
}

/**
 * Whether something in it is not what was written; of one from before checksums only what no key ever was is known. What no
 * key ever was is damaged whatever its checksum says: so many passes cannot be cut off, and nothing else goes on meanwhile.
 */
export function isDamagedKey(key: LockedKey): boolean {
  if (!isHolderKey(key)) return !couldBeWrapped(key);
  if (!couldBeWrapped(key.privateKey)) return true;
  return key.checksum !== undefined && key.checksum !== checksumOf(key);
}

/** What trying a secret can show of a key: what it opened is not sealed to it, or does not succeed what it knew. */
const keyDamage = z.enum(['KEY_SEAL', 'KEY_SUCCESSION']);
export const isKeyDamage = (code: string): boolean => keyDamage.safeParse(code).success;

/** A data encryption key of before, locked with the one of now, so that backups from then can be put back. */
export const earlierKey = z.object({ nonce: z.base64(), ciphertext: z.base64() });
export type EarlierKey = z.infer<typeof earlierKey>;
