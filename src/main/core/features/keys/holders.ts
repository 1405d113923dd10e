import type { KeyFile } from '../../store/keyFile.ts';
import { isRenewable, resealKey } from '../../store/keyWrapping.ts';
import type { HolderKey, LockedKey } from '../../store/lockedKey.ts';

/** Whose key cannot take a new data encryption key without their password. */
export interface NotReady {
  names: string[];
  recoveryKey: boolean;
}

export function whoIsNotReady(file: KeyFile, dataEncryptionKey: Uint8Array): NotReady {
  const isReady = (key: LockedKey) => isRenewable(key, dataEncryptionKey);
  return {
    names: file.users.filter(({ key }) => !isReady(key)).map(({ name }) => name),
    recoveryKey: !isReady(file.recovery.key),
  };
}

/** The key file with the next data encryption key for everybody; null when somebody is not ready for it. */
export async function withNextKey(
  file: KeyFile,
  now: Uint8Array,
  next: Uint8Array,
): Promise<Pick<KeyFile, 'users' | 'recovery'> | null> {
  const reseal = (key: LockedKey): Promise<HolderKey> | null => (isRenewable(key, now) ? resealKey(key, next) : null);
  const recoveryKey = await reseal(file.recovery.key);
  const users = await Promise.all(file.users.map(async (user) => ({ user, key: await reseal(user.key) })));
  const ready = users.flatMap(({ user, key }) => (key ? [{ ...user, key }] : []));
  if (!recoveryKey || ready.length < users.length) return null;
  return { users: ready, recovery: { ...file.recovery, key: recoveryKey } };
}
