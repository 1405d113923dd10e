import { TaskFailure } from '../../offMainThread.ts';
import { delayAfter, secondsToWait } from '../../rules/unlockDelay.ts';
import type { CoreServices } from '../../services.ts';
import { isRightKey, type KeyFile } from '../../store/keyFile.ts';
import type { WrappedKey } from '../../store/keyWrapping.ts';
import { StoreProblem } from '../../store/problem.ts';

/** Whose secret is tried: a worker's password, or the recovery key. */
export type Whose = { userId: number } | 'recovery';

export type Proof =
  | { outcome: 'right'; dataEncryptionKey: Uint8Array }
  | { outcome: 'wrong'; waitSeconds: number }
  | { outcome: 'tooSoon'; waitSeconds: number }
  | { outcome: 'unknown' };

type Holder = Pick<KeyFile['recovery'], 'failures'> & { key: WrappedKey };

function holderOf(file: KeyFile, whose: Whose): Holder | undefined {
  return whose === 'recovery' ? file.recovery : file.users.find(({ id }) => id === whose.userId);
}

function setFailures(file: KeyFile, whose: Whose, failures: Holder['failures']): KeyFile {
  if (whose === 'recovery') return { ...file, recovery: { ...file.recovery, failures } };
  return { ...file, users: file.users.map((user) => (user.id === whose.userId ? { ...user, failures } : user)) };
}

/** A wrong secret is an ordinary answer; anything else means that what it was tried on is no wrapped key. */
function unreadableKeys({ code }: TaskFailure): StoreProblem {
  return new StoreProblem('damagedKeys', code);
}

async function tryProof(core: CoreServices, whose: Whose, secret: string): Promise<Proof> {
  const { session, options, offMainThread } = core;
  const holder = session.keyFile && holderOf(session.keyFile, whose);
  if (!session.keyFile || !holder) return { outcome: 'unknown' };
  const waitSeconds = secondsToWait(holder.failures, options.clock());
  if (waitSeconds > 0) return { outcome: 'tooSoon', waitSeconds };
  const dataEncryptionKey = await offMainThread
    .run('unwrapKey', { secret, wrapped: holder.key })
    .catch((error) => Promise.reject(error instanceof TaskFailure ? unreadableKeys(error) : error));
  if (dataEncryptionKey) {
    if (!isRightKey(session.keyFile, dataEncryptionKey)) throw new StoreProblem('damagedKeys', 'KEY_CHECK');
    return { outcome: 'right', dataEncryptionKey };
  }
  const failures = { count: holder.failures.count + 1, lastAt: options.clock() };
  session.updateKeyFile((file) => setFailures(file, whose, failures));
  return { outcome: 'wrong', waitSeconds: delayAfter(failures.count) };
}

const queues = new WeakMap<CoreServices, Promise<unknown>>();

/** Tries a secret. One at a time, so that many tries at once are slowed down like any others. */
export function prove(core: CoreServices, whose: Whose, secret: string): Promise<Proof> {
  const before = queues.get(core) ?? Promise.resolve();
  const proof = before.then(() => tryProof(core, whose, secret));
  queues.set(
    core,
    proof.catch(() => undefined),
  );
  return proof;
}
