import { createHmac, timingSafeEqual } from 'node:crypto';
import sodium from 'libsodium-wrappers-sumo';
import { isCheap, LEAST_PASSES, passesFor } from '../rules/unlockCost.ts';
import { withAllKeys } from './earlierKeys.ts';
import { base64, bytes, isRefused, wipedOnFailure } from './keyBytes.ts';
import {
  type EarlierKey,
  type HolderKey,
  isDamagedKey,
  isHolderKey,
  type LockedKey,
  MEMORY,
  type WrappedKey,
  withChecksum,
} from './lockedKey.ts';
import { StoreProblem } from './problem.ts';

function derive(secret: string, salt: Uint8Array, passes: number, memory: number): Uint8Array {
  const { crypto_secretbox_KEYBYTES, crypto_pwhash_ALG_ARGON2ID13 } = sodium;
  return sodium.crypto_pwhash(
    crypto_secretbox_KEYBYTES,
    secret.normalize('NFKC'),
    salt,
    passes,
    memory,
    crypto_pwhash_ALG_ARGON2ID13,
  );
}

let passesHere: number | null = null;

/** What deriving a key costs on this computer, measured once in each run. */
function calibrated(): number {
  if (passesHere !== null) return passesHere;
  const started = performance.now();
  sodium.memzero(derive('calibration', new Uint8Array(sodium.crypto_pwhash_SALTBYTES), LEAST_PASSES, MEMORY));
  passesHere = passesFor((performance.now() - started) / LEAST_PASSES);
  return passesHere;
}

function lock(secret: string, content: Uint8Array): WrappedKey {
  const salt = sodium.randombytes_buf(sodium.crypto_pwhash_SALTBYTES);
  const nonce = sodium.randombytes_buf(sodium.crypto_secretbox_NONCEBYTES);
  const passes = calibrated();
  const wrappingKey = derive(secret, salt, passes, MEMORY);
  const ciphertext = sodium.crypto_secretbox_easy(content, nonce, wrappingKey);
  sodium.memzero(wrappingKey);
  return { salt: base64(salt), passes, memory: MEMORY, nonce: base64(nonce), ciphertext: base64(ciphertext) };
}

/** What was locked, or null when the secret is not the right one. */
function unlock(secret: string, { salt, passes, memory, nonce, ciphertext }: WrappedKey): Uint8Array | null {
  const wrappingKey = derive(secret, bytes(salt), passes, memory);
  try {
    return sodium.crypto_secretbox_open_easy(bytes(ciphertext), bytes(nonce), wrappingKey);
  } catch (error) {
    if (!isRefused(error)) throw error;
    return null;
  } finally {
    sodium.memzero(wrappingKey);
  }
}

const vouchFor = (dataEncryptionKey: Uint8Array, publicKey: string): string =>
  createHmac('sha256', dataEncryptionKey).update('rugdekking public key').update(publicKey).digest('base64');

const knownTo = (privateKey: Uint8Array, dataEncryptionKey: Uint8Array): string =>
  createHmac('sha256', privateKey).update(dataEncryptionKey).digest('base64');

const same = (left: string, right: string): boolean =>
  left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));

export async function wrapKey(secret: string, dataEncryptionKey: Uint8Array): Promise<HolderKey> {
  await sodium.ready;
  const pair = sodium.crypto_box_keypair();
  const publicKey = base64(pair.publicKey);
  try {
    return withChecksum({
      publicKey,
      privateKey: lock(secret, pair.privateKey),
      dataKey: base64(sodium.crypto_box_seal(dataEncryptionKey, pair.publicKey)),
      vouched: vouchFor(dataEncryptionKey, publicKey),
      known: knownTo(pair.privateKey, dataEncryptionKey),
    });
  } finally {
    sodium.memzero(pair.privateKey);
  }
}

/** Whether this is a pair of keys that somebody with the data encryption key put there. */
export function isRenewable(key: LockedKey, dataEncryptionKey: Uint8Array): key is HolderKey {
  return isHolderKey(key) && same(key.vouched, vouchFor(dataEncryptionKey, key.publicKey));
}

/** The same holder's key with another data encryption key in it. */
export async function resealKey(key: HolderKey, next: Uint8Array): Promise<HolderKey> {
  await sodium.ready;
  const dataKey = base64(sodium.crypto_box_seal(next, bytes(key.publicKey)));
  return withChecksum({ ...key, dataKey, vouched: vouchFor(next, key.publicKey) });
}

export interface OpenedKey {
  dataEncryptionKey: Uint8Array;
  /** What should stand in the place of the key that was opened, when that should be made anew. */
  key: HolderKey | null;
}

/**
 * The data encryption key, or null when the secret is not the right one.
 * @throws StoreProblem `damagedKeys` when it is not what was written, or does not succeed the one that this holder knew
 */
export async function unwrapKey(
  secret: string,
  locked: LockedKey,
  earlier: readonly EarlierKey[],
): Promise<OpenedKey | null> {
  await sodium.ready;
  if (isDamagedKey(locked)) throw new StoreProblem('damagedKeys', 'KEY_DAMAGED');
  if (!isHolderKey(locked)) {
    const dataEncryptionKey = unlock(secret, locked);
    return dataEncryptionKey && openedAnew(secret, dataEncryptionKey);
  }
  const started = performance.now();
  const privateKey = unlock(secret, locked.privateKey);
  const milliseconds = performance.now() - started;
  if (!privateKey) return null;
  try {
    const dataEncryptionKey = openSealed(locked, privateKey);
    const known = knownTo(privateKey, dataEncryptionKey);
    const isKnown = same(known, locked.known);
    if (!isKnown)
      await wipedOnFailure(dataEncryptionKey, () => assertSucceeds(locked, privateKey, dataEncryptionKey, earlier));
    if (isCheap(locked.privateKey.passes, milliseconds)) {
      passesHere = passesFor(milliseconds / locked.privateKey.passes);
      return await openedAnew(secret, dataEncryptionKey);
    }
    const mayStay = isKnown && locked.checksum !== undefined;
    return { dataEncryptionKey, key: mayStay ? null : withChecksum({ ...locked, known }) };
  } finally {
    sodium.memzero(privateKey);
  }
}

const openedAnew = (secret: string, dataEncryptionKey: Uint8Array): Promise<OpenedKey> =>
  wipedOnFailure(dataEncryptionKey, async () => ({ dataEncryptionKey, key: await wrapKey(secret, dataEncryptionKey) }));

function openSealed({ publicKey, dataKey }: HolderKey, privateKey: Uint8Array): Uint8Array {
  try {
    return sodium.crypto_box_seal_open(bytes(dataKey), bytes(publicKey), privateKey);
  } catch (error) {
    throw isRefused(error) ? new StoreProblem('damagedKeys', 'KEY_SEAL') : error;
  }
}

/** A key that somebody else sealed is only trusted when the one this holder knew is among those it came after. */
async function assertSucceeds(
  { known }: HolderKey,
  privateKey: Uint8Array,
  dataEncryptionKey: Uint8Array,
  earlier: readonly EarlierKey[],
): Promise<void> {
  const succeeds = await withAllKeys(earlier, dataEncryptionKey, (keys) =>
    keys.some((key) => same(known, knownTo(privateKey, key))),
  );
  if (!succeeds) throw new StoreProblem('damagedKeys', 'KEY_SUCCESSION');
}
