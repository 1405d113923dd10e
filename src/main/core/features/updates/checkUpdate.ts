import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import sodium from 'libsodium-wrappers-sumo';
import {
  signatureFileOf,
  type UpdateSignature,
  updateSignature,
  updateStatement,
} from '../../../../shared/updateSignature.ts';
import { isNewer } from '../../rules/newerVersion.ts';
import type { UpdateHost } from './host.ts';

export type UpdateProblem = 'noSignature' | 'wrongSignature' | 'otherSystem' | 'notNewer' | 'unreadable';

/** An installer that the publisher signed, in a folder that only this user reaches. */
export interface CheckedUpdate {
  version: string;
  name: string;
  file: string;
  /** Whether the copy still is what the publisher signed: whoever works as this user can write in it. */
  isStillRight(): Promise<boolean>;
  /** Takes the copy away; one that cannot be removed is in the computer's own folder for what may go. */
  forget(): Promise<void>;
}

export type Verdict = CheckedUpdate | { problem: UpdateProblem; version: string };

/** A signature is small; whatever is larger is not one. */
const longestSignatureFile = 4096;

/**
 * Copies an installer and checks the copy, so that what happens to the stick or the folder it came from changes nothing.
 * What the signature file says counts for nothing before its signature is right.
 */
export async function checkUpdate(
  installer: string,
  { publisherKey, system }: Pick<UpdateHost, 'publisherKey' | 'system'>,
  ownVersion: string,
): Promise<Verdict> {
  const text = await readStart(signatureFileOf(installer));
  if (text === null) return { problem: 'noSignature', version: '' };
  const signed = await rightlySigned(text, publisherKey);
  if (!signed) return { problem: 'wrongSignature', version: '' };
  const { version } = signed;
  if (signed.system !== system) return { problem: 'otherSystem', version };
  if (!isNewer(version, ownVersion)) return { problem: 'notNewer', version };
  return copyChecked(installer, signed);
}

async function rightlySigned(text: string, publisherKey: string): Promise<UpdateSignature | null> {
  await sodium.ready;
  try {
    const signed = updateSignature.parse(JSON.parse(text));
    const [signature, key] = [signed.signature, publisherKey].map((one) => Buffer.from(one, 'base64'));
    return signature && key && sodium.crypto_sign_verify_detached(signature, updateStatement(signed), key)
      ? signed
      : null;
  } catch {
    // No JSON, a field that is missing, a signature of another length: none of them is a signature.
    return null;
  }
}

async function copyChecked(installer: string, { version, sha512 }: UpdateSignature): Promise<Verdict> {
  const folder = await mkdtemp(path.join(tmpdir(), 'rugdekking-update-'));
  const name = path.basename(installer);
  const file = path.join(folder, name);
  const forget = () => rm(folder, { recursive: true, force: true }).catch(() => {});
  const isStillRight = () => holds(file, sha512);
  const hash = createHash('sha512');
  const counting = new Transform({
    transform(part, _encoding, done) {
      hash.update(part);
      done(null, part);
    },
  });
  try {
    await pipeline(createReadStream(installer), counting, createWriteStream(file, { mode: 0o700 }));
    if (hash.digest('hex') === sha512) return { version, name, file, isStillRight, forget };
  } catch {
    await forget();
    return { problem: 'unreadable', version };
  }
  await forget();
  return { problem: 'wrongSignature', version };
}

/** A file that is gone or cannot be read holds nothing. */
async function holds(file: string, sha512: string): Promise<boolean> {
  const hash = createHash('sha512');
  try {
    await pipeline(createReadStream(file), hash);
  } catch {
    return false;
  }
  return hash.digest('hex') === sha512;
}

async function readStart(file: string): Promise<string | null> {
  try {
    const opened = await open(file);
    try {
      const { bytesRead, buffer } = await opened.read(Buffer.alloc(longestSignatureFile));
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await opened.close();
    }
  } catch {
    return null;
  }
}
