import { TaskFailure } from '../../offMainThread.ts';
import { delayAfter } from '../../rules/unlockDelay.ts';
import type { CoreServices } from '../../services.ts';
import { isRightKey, type KeyFile } from '../../store/keyFile.ts';
import { isHolderKey, type LockedKey } from '../../store/keyWrapping.ts';
import { StoreProblem } from '../../store/problem.ts';

/** Whose secret is tried: a worker's password, or the recovery key. */
export type Whose = { userId: number } | 'recovery';

export type Proof =
  | { outcome: 'right'; dataEncryptionKey: Uint8Array }
  | { outcome: 'wrong'; waitSeconds: number }
  | { outcome: 'tooSoon'; waitSeconds: number }
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

/** A wrong secret is an ordinary answer; anything else means that what it was tried on is no wrapped key. */
function unreadableKeys({ code }: TaskFailure): StoreProblem {
  return new StoreProblem('damagedKeys', code);
}

async function tryProof({ session, offMainThread }: CoreServices, whose: Whose, secret: string): Promise<Proof> {
  const holder = session.keyFile && holderOf(session.keyFile, whose);
  if (!session.keyFile || !holder) return { outcome: 'unknown' };
  const { key, failures } = holder;
  const name = nameOf(key);
  const waitSeconds = session.tries.secondsToWait(name, failures.count);
  if (waitSeconds > 0) return { outcome: 'tooSoon', waitSeconds };
  const opened = await offMainThread
    .run('unwrapKey', { secret, locked: key, earlier: session.keyFile.earlier })
    .catch((error) => Promise.reject(error instanceof TaskFailure ? unreadableKeys(error) : error));
  if (!opened) {
    const count = session.tries.wrong(name, failures.count);
    session.updateKeyFile((file) => change(file, whose, { failures: { ...failures, count } }));
    return { outcome: 'wrong', waitSeconds: delayAfter(count) };
  }
  if (!isRightKey(session.keyFile, opened.dataEncryptionKey)) throw new StoreProblem('damagedKeys', 'KEY_CHECK');
  session.tries.right(name);
  const renewed = opened.key;
  // Not in the place of one that came meanwhile with another password.
  const stillThere = session.keyFile && holderOf(session.keyFile, whose)?.key === key;
  if (renewed && stillThere) session.updateKeyFile((file) => change(file, whose, { key: renewed }));
  return { outcome: 'right', dataEncryptionKey: opened.dataEncryptionKey };
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
