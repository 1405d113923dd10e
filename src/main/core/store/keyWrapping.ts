import sodium from 'libsodium-wrappers-sumo';
import { z } from 'zod';

/** The data encryption key, locked with a key derived from a secret by argon2id. All bytes in base64. */
export const wrappedKey = z.object({
  salt: z.base64(),
  /** Argon2id passes over the memory, and that memory in bytes. */
  passes: z.number().int().min(1),
  memory: z.number().int().min(8192),
  nonce: z.base64(),
  ciphertext: z.base64(),
});
export type WrappedKey = z.infer<typeof wrappedKey>;

/** Three passes over 64 MiB: about half a second on an office PC. */
const PASSES = 3;
const MEMORY = 64 * 1024 * 1024;

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

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));

export async function wrapKey(secret: string, dataEncryptionKey: Uint8Array): Promise<WrappedKey> {
  await sodium.ready;
  const salt = sodium.randombytes_buf(sodium.crypto_pwhash_SALTBYTES);
  const nonce = sodium.randombytes_buf(sodium.crypto_secretbox_NONCEBYTES);
  const wrappingKey = derive(secret, salt, PASSES, MEMORY);
  const ciphertext = sodium.crypto_secretbox_easy(dataEncryptionKey, nonce, wrappingKey);
  sodium.memzero(wrappingKey);
  return { salt: base64(salt), passes: PASSES, memory: MEMORY, nonce: base64(nonce), ciphertext: base64(ciphertext) };
}

/** The data encryption key, or null when the secret is not the right one. */
export async function unwrapKey(secret: string, wrapped: WrappedKey): Promise<Uint8Array | null> {
  await sodium.ready;
  const wrappingKey = derive(secret, bytes(wrapped.salt), wrapped.passes, wrapped.memory);
  try {
    return sodium.crypto_secretbox_open_easy(bytes(wrapped.ciphertext), bytes(wrapped.nonce), wrappingKey);
  } catch {
    return null;
  } finally {
    sodium.memzero(wrappingKey);
  }
}
