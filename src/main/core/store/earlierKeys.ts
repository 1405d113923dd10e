import sodium from 'libsodium-wrappers-sumo';
import { z } from 'zod';
import { base64, bytes } from './keyBytes.ts';

/** A data encryption key of before, locked with the one of now, so that backups from then can be put back. */
export const earlierKey = z.object({ nonce: z.base64(), ciphertext: z.base64() });
export type EarlierKey = z.infer<typeof earlierKey>;

/** The keys of before, newest first. One that this key does not open is left out. */
export async function openEarlierKeys(
  earlier: readonly EarlierKey[],
  dataEncryptionKey: Uint8Array,
): Promise<Uint8Array[]> {
  await sodium.ready;
  return earlier.flatMap(({ nonce, ciphertext }) => {
    try {
      return [sodium.crypto_secretbox_open_easy(bytes(ciphertext), bytes(nonce), dataEncryptionKey)];
    } catch {
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
