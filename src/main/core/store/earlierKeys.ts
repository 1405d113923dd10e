import sodium from 'libsodium-wrappers-sumo';
import { base64, bytes, isRefused } from './keyBytes.ts';
import type { EarlierKey } from './lockedKey.ts';

/** One that this key does not open is left out. */
function open({ nonce, ciphertext }: EarlierKey, dataEncryptionKey: Uint8Array): Uint8Array[] {
  try {
    return [sodium.crypto_secretbox_open_easy(bytes(ciphertext), bytes(nonce), dataEncryptionKey)];
  } catch (error) {
    if (!isRefused(error)) throw error;
    return [];
  }
}

/** The key of now, and those of before, newest first: theirs are wiped as soon as `work` is done or has failed. */
export async function withAllKeys<Result>(
  earlier: readonly EarlierKey[],
  dataEncryptionKey: Uint8Array,
  work: (keys: readonly [Uint8Array, ...Uint8Array[]]) => Result | Promise<Result>,
): Promise<Result> {
  await sodium.ready;
  const before: Uint8Array[] = [];
  try {
    for (const key of earlier) before.push(...open(key, dataEncryptionKey));
    return await work([dataEncryptionKey, ...before]);
  } finally {
    for (const key of before) key.fill(0);
  }
}

export async function lockEarlierKeys(
  keys: readonly Uint8Array[],
  dataEncryptionKey: Uint8Array,
): Promise<EarlierKey[]> {
  await sodium.ready;
  return keys.map((key) => {
    const nonce = sodium.randombytes_buf(sodium.crypto_secretbox_NONCEBYTES);
    return {
      nonce: base64(nonce),
      ciphertext: base64(sodium.crypto_secretbox_easy(key, nonce, dataEncryptionKey)),
    };
  });
}
