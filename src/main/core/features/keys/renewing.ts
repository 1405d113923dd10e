import { randomFillSync } from 'node:crypto';
import { isCancelled } from '../../progress.ts';
import type { CoreServices } from '../../services.ts';
import { lockEarlierKeys, withAllKeys } from '../../store/earlierKeys.ts';
import { type KeyFile, keyCheck, numbered } from '../../store/keyFile.ts';
import { resealKey } from '../../store/keyWrapping.ts';
import { errorCode, StoreProblem } from '../../store/problem.ts';
import { announceRenewed, changesOf, closeForRenewal, discardRenewed, finishRenewal } from '../../store/renewal.ts';
import { backUp } from '../backup/backUp.ts';
import { openUnlocked } from '../session/openUnlocked.ts';
import type { Unlocked } from '../session/unlocked.ts';
import { withNextKey } from './holders.ts';

export type Outcome = 'renewed' | 'stopped' | 'busy' | 'notReady';

const KEY_BYTES = 32;

/** The key file as it is with the next data encryption key, and the keys of before locked with that. */
async function nextKeyFile(file: KeyFile, now: Uint8Array, next: Uint8Array, at: number): Promise<KeyFile | null> {
  const holders = await withNextKey(file, now, next);
  if (!holders) return null;
  const earlier = await withAllKeys(file.earlier, now, (keys) => lockEarlierKeys(keys, next));
  return numbered(file, {
    ...{ ...file, ...holders, check: keyCheck(next), earlier },
    renewal: { at, due: false, unfinished: false },
  });
}

/** Has the store copied under the next key; false when somebody stopped it, which gives the store back at once. */
async function copyUnderNextKey(core: CoreServices, current: Unlocked, next: Uint8Array): Promise<boolean> {
  const { session, offMainThread } = core;
  const { dataFolder } = session;
  return session.workUnderWay.run('renewal', async (counters, stopped) => {
    // Copies, because those of the session are wiped when the app locks meanwhile.
    const keys = { dataEncryptionKey: current.dataEncryptionKey.slice(), next: next.slice() };
    const copying = offMainThread.run('renewStore', { folder: dataFolder.folder, ...keys, counters });
    for (const key of Object.values(keys)) key.fill(0);
    await Promise.race([copying, stopped]);
    if (!isCancelled(counters) && session.unlocked === current) return true;
    // What it ends with now is of no use to anybody.
    copying.then(
      () => discardRenewed(dataFolder),
      () => undefined,
    );
    return false;
  });
}

/** Encrypts the store with a new key and gives that to everybody. Nothing else uses the store meanwhile. */
export async function renew(core: CoreServices, current: Unlocked, now: number): Promise<Outcome> {
  if (core.session.unlocked !== current) return 'stopped';
  const next = randomFillSync(new Uint8Array(KEY_BYTES));
  try {
    return await renewWith(core, current, next, now);
  } finally {
    // Unless it is what the session has the store open with now.
    if (current.dataEncryptionKey !== next) next.fill(0);
  }
}

async function renewWith(core: CoreServices, current: Unlocked, next: Uint8Array, now: number): Promise<Outcome> {
  const { session } = core;
  const { dataFolder } = session;
  // What it has not written yet would be missing in the copy.
  await current.searchLog.settle();
  const before = changesOf(current.connection);
  if (!(await copyUnderNextKey(core, current, next))) return 'stopped';
  const file = session.keys.file && (await nextKeyFile(session.keys.file, current.dataEncryptionKey, next, now));
  const pending = session.pendingRecoveryKey;
  const pendingKey = pending && (await resealKey(pending.key, next));
  // Nothing is waited for from here on, so nothing comes between.
  if (session.unlocked !== current) return 'stopped';
  if (!file || changesOf(current.connection) !== before) {
    discardRenewed(dataFolder);
    return file ? 'busy' : 'notReady';
  }
  closeForRenewal(current.connection, current.written, dataFolder);
  let opensWith = current.dataEncryptionKey;
  try {
    const announced = announceRenewed(dataFolder, file);
    opensWith = next;
    session.keys.file = announced;
    session.keys.file = finishRenewal(dataFolder, announced);
    if (pending && pendingKey) session.pendingRecoveryKey = { ...pending, key: pendingKey };
  } catch (error) {
    // After the first step the store of before opens with no key of the file any more: the next start goes on.
    if (opensWith === next) throw new StoreProblem('folderUnwritable', errorCode(error));
    discardRenewed(dataFolder);
    await reopen(core, current, opensWith, now);
    throw error;
  }
  current.dataEncryptionKey.fill(0);
  current.dataEncryptionKey = next;
  await reopen(core, current, next, now);
  return 'renewed';
}

/** The same session on the store as it is now. */
async function reopen({ session }: CoreServices, current: Unlocked, key: Uint8Array, now: number): Promise<void> {
  const opening = { userId: current.user.id, dataEncryptionKey: key, isAccepted: true };
  const opened = await openUnlocked(session.surroundings, opening, now);
  // Its log goes on: nobody has unlocked the app anew.
  if (session.unlocked === current) Object.assign(current, { ...opened, log: current.log });
  else opened.written.ending(() => opened.connection.close());
}

/** Backups from before still open, with a key that is kept; one under the new key is there at once. */
export function backUpRenewed(core: CoreServices, current: Unlocked, now: number): void {
  backUp(core, current, now).catch((error) => console.error('backup failed', errorCode(error)));
}
