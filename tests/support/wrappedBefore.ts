import sodium from 'libsodium-wrappers-sumo';
import type { WrappedKey } from '../../src/main/core/store/lockedKey.ts';

const base64 = (content: Uint8Array) => Buffer.from(content).toString('base64');

/** How version 1 of the key file locked the data encryption key: with the password itself. */
export async function wrapAsBefore(secret: string, dataEncryptionKey: Uint8Array): Promise<WrappedKey> {
  await sodium.ready;
  const cost = { passes: 3, memory: 64 * 1024 * 1024 };
  const salt = sodium.randombytes_buf(sodium.crypto_pwhash_SALTBYTES);
  const nonce = sodium.randombytes_buf(sodium.crypto_secretbox_NONCEBYTES);
  const { crypto_secretbox_KEYBYTES, crypto_pwhash_ALG_ARGON2ID13 } = sodium;
  const key = sodium.crypto_pwhash(
    crypto_secretbox_KEYBYTES,
    secret.normalize('NFKC'),
    salt,
    cost.passes,
    cost.memory,
    crypto_pwhash_ALG_ARGON2ID13,
  );
  const ciphertext = sodium.crypto_secretbox_easy(dataEncryptionKey, nonce, key);
  return { ...cost, salt: base64(salt), nonce: base64(nonce), ciphertext: base64(ciphertext) };
}
