import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
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
import { isStopped } from '../../progress.ts';
import { isNewer } from '../../rules/newerVersion.ts';
import { partOf, type Step } from '../../store/integrity.ts';
import { letCopyStay, makeCopyFolder, removeCopyFolder } from './copyFolder.ts';
import type { UpdateHost } from './host.ts';

export type UpdateProblem = 'noSignature' | 'wrongSignature' | 'otherSystem' | 'notNewer' | 'unreadable';

/** An installer that the publisher signed, in a folder that only this user reaches. */
export interface CheckedUpdate {
  version: string;
  name: string;
  file: string;
  /** Whether the copy still is what the publisher signed: whoever works as this user can write in it. */
  isStillRight(): Promise<boolean>;
  /** It is being installed, or somebody is told where it is. */
  stay(): Promise<void>;
  /** Takes the copy away. */
  forget(): Promise<void>;
}

interface Checking extends Pick<UpdateHost, 'publisherKey' | 'system'> {
  ownVersion: string;
  /** Whose program makes the copy. */
  dataFolder: string;
  step?: Step;
}

export type Verdict = CheckedUpdate | { problem: UpdateProblem; version: string };

/** A signature is small; whatever is larger is not one. */
const longestSignatureFile = 4096;

/**
 * Copies an installer and checks the copy, so that what happens to the stick or the folder it came from changes nothing.
 * What the signature file says counts for nothing before its signature is right. Whoever stops it leaves no copy.
 */
export async function checkUpdate(installer: string, checking: Checking): Promise<Verdict> {
  const { publisherKey, system, ownVersion } = checking;
  const text = await readStart(signatureFileOf(installer));
  if (text === null) return { problem: 'noSignature', version: '' };
  const signed = await rightlySigned(text, publisherKey);
  if (!signed) return { problem: 'wrongSignature', version: '' };
  const { version } = signed;
  if (signed.system !== system) return { problem: 'otherSystem', version };
  if (!isNewer(version, ownVersion)) return { problem: 'notNewer', version };
  return copyChecked(installer, signed, checking);
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

async function copyChecked(
  installer: string,
  { version, sha512 }: UpdateSignature,
  { dataFolder, step = () => {} }: Checking,
): Promise<Verdict> {
  const folder = await makeCopyFolder(dataFolder).catch(() => null);
  if (folder === null) return { problem: 'unreadable', version };
  const name = path.basename(installer);
  const file = path.join(folder, name);
  const forget = () => removeCopyFolder(folder);
  try {
    if ((await copyWithSum(installer, file, step)) === sha512)
      return { version, name, file, forget, stay: () => letCopyStay(folder), isStillRight: () => holds(file, sha512) };
  } catch (error) {
    await forget();
    if (isStopped(error)) throw error;
    return { problem: 'unreadable', version };
  }
  await forget();
  return { problem: 'wrongSignature', version };
}

/** Copies a file, and makes the SHA-512 of what is copied. */
async function copyWithSum(from: string, to: string, step: Step): Promise<string> {
  const { size } = await stat(from);
  const inThousandths = partOf(step, 0, 1);
  const hash = createHash('sha512');
  let copied = 0;
  const counting = new Transform({
    transform(part: Buffer, _encoding, done) {
      hash.update(part);
      copied += part.length;
      try {
        inThousandths(Math.min(copied, size), size);
        done(null, part);
      } catch (error) {
        done(error instanceof Error ? error : new Error('copying ended'));
      }
    },
  });
  await pipeline(createReadStream(from), counting, createWriteStream(to, { mode: 0o700 }));
  return hash.digest('hex');
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
