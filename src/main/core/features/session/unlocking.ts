import { TaskFailure } from '../../offMainThread.ts';
import { delayAfter } from '../../rules/unlockDelay.ts';
import type { CoreServices } from '../../services.ts';
import { wipedOnFailure } from '../../store/keyBytes.ts';
import { isRightKey, type KeyFile } from '../../store/keyFile.ts';
import { type HolderKey, isDamagedKey, isHolderKey, isKeyDamage, type LockedKey } from '../../store/lockedKey.ts';
import { StoreProblem } from '../../store/problem.ts';

/** Whose secret is tried: a worker's password, or the recovery key. */
export type Whose = { userId: number } | 'recovery';

export type Proof =
  | { outcome: 'right'; dataEncryptionKey: Uint8Array }
  | { outcome: 'wrong'; waitSeconds: number }
  | { outcome: 'tooSoon'; waitSeconds: number }
  | { outcome: 'damaged' }
  | { outcome: 'unknown' };

type Holder = Pick<KeyFile['recovery'], 'key' | 'failures'>;

function holderOf(file: KeyFile, whose: Whose): Holder | undefined {
  return whose === 'recovery' ? file.recovery : file.users.find(({ id }) => id === whose.userId);
}

function change(file: KeyFile, whose: Whose, changed: Partial<Holder>): KeyFile {
  if (whose === 'recovery') return { ...file, recovery: { ...file.recovery, ...changed } };
  return { ...file, users: file.users.map((user) => (user.id === whose.userId ? { ...user, ...changed } : user)) };
}

/** What tries are counted by: a new password is a new key, with tries of its own. */
const nameOf = (key: LockedKey): string => (isHolderKey(key) ? key.publicKey : key.salt);

/** A wrong secret is an ordinary answer, and only what is named is damage: the thread may have ended, or lacked memory. */
function whyNotOpened(error: unknown): unknown {
  return error instanceof TaskFailure && isKeyDamage(error.code) ? new StoreProblem('damagedKeys', error.code) : error;
}

interface Opened {
  outcome: 'right';
  dataEncryptionKey: Uint8Array;
  /** What should stand in the place of the key that was opened; null when that may stay. */
  key: HolderKey | null;
}

type Wrong = Extract<Proof, { outcome: 'wrong' }> & { count: number };

/** One try on the key of somebody in a key file; it writes nothing. */
async function tryHolder(
  { session, offMainThread }: CoreServices,
  file: KeyFile,
  { key, failures }: Holder,
  secret: string,
): Promise<Opened | Wrong | Extract<Proof, { outcome: 'tooSoon' | 'damaged' }>> {
  if (isDamagedKey(key)) return { outcome: 'damaged' };
  const name = nameOf(key);
  const waitSeconds = session.tries.secondsToWait(name, failures.count);
  if (waitSeconds > 0) return { outcome: 'tooSoon', waitSeconds };
  const opened = await offMainThread
    .run('unwrapKey', { secret, locked: key, earlier: file.earlier })
    .catch((error) => Promise.reject(whyNotOpened(error)));
  if (!opened) {
    const count = session.tries.wrong(name, failures.count);
    return { outcome: 'wrong', waitSeconds: delayAfter(count), count };
  }
  if (!isRightKey(file, opened.dataEncryptionKey)) {
    opened.dataEncryptionKey.fill(0);
    throw new StoreProblem('damagedKeys', 'KEY_CHECK');
  }
  session.tries.right(name);
  return { outcome: 'right', ...opened };
}

async function tryProof(core: CoreServices, whose: Whose, secret: string): Promise<Proof> {
  const { session } = core;
  const holder = session.keys.file && holderOf(session.keys.file, whose);
  if (!session.keys.file || !holder) return { outcome: 'unknown' };
  const tried = await tryHolder(core, session.keys.file, holder, secret);
  if (tried.outcome === 'wrong') {
    const failures = { ...holder.failures, count: tried.count };
    session.keys.update((file) => change(file, whose, { failures }));
  }
  if (tried.outcome !== 'right') return tried;
  // Not in the place of one that came meanwhile with another password.
  const stillThere = session.keys.file && holderOf(session.keys.file, whose)?.key === holder.key;
  const renewed = tried.key;
  if (renewed && stillThere) {
    await wipedOnFailure(tried.dataEncryptionKey, async () =>
      session.keys.update((file) => change(file, whose, { key: renewed })),
    );
  }
  return tried;
}

const queues = new WeakMap<CoreServices, Promise<unknown>>();

/** Does what needs the keys one at a time: tries are slowed down also when they come at once, and never meet a renewal. */
export function inTurn<Result>(core: CoreServices, work: () => Promise<Result>): Promise<Result> {
  const before = queues.get(core) ?? Promise.resolve();
  const result = before.then(work);
  queues.set(
    core,
    result.catch(() => undefined),
  );
  return result;
}

/** Tries a secret. */
export const prove = (core: CoreServices, whose: Whose, secret: string): Promise<Proof> =>
  inTurn(core, () => tryProof(core, whose, secret));

/** Tries a secret on a key file of another folder, which stays as it is. */
export function proveElsewhere(core: CoreServices, file: KeyFile, whose: Whose, secret: string): Promise<Proof> {
  return inTurn(core, async () => {
    const holder = holderOf(file, whose);
    return holder ? tryHolder(core, file, holder, secret) : { outcome: 'unknown' };
  });
}
