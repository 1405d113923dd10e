import sodium from 'libsodium-wrappers-sumo';
import { base64, bytes, isRefused } from './keyBytes.ts';
import type { EarlierKey } from './lockedKey.ts';

/** The keys of before, newest first. One that this key does not open is left out. */
export async function openEarlierKeys(
  earlier: readonly EarlierKey[],
  dataEncryptionKey: Uint8Array,
): Promise<Uint8Array[]> {
  await sodium.ready;
  return earlier.flatMap(({ nonce, ciphertext }) => {
    try {
      return [sodium.crypto_secretbox_open_easy(bytes(ciphertext), bytes(nonce), dataEncryptionKey)];
    } catch (error) {
      if (!isRefused(error)) throw error;
      return [];
    }
  });
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
