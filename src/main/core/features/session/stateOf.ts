import type { SessionState } from '../../../../shared/contract/session.ts';
import type { CoreOptions } from '../../options.ts';
import { blockedState } from './blocked.ts';
import type { Session } from './session.ts';

/** What the windows are told of who is at work. */
export function stateOf(session: Session, { appVersion, host }: CoreOptions): SessionState {
  const { blocked, unlocked, isMending, isUpdating } = session;
  const { file: keys, damage: keysDamage } = session.keys;
  const dataFolder = session.dataFolder.folder;
  if (blocked) return blockedState(blocked, { dataFolder, appVersion, isMending });
  if (unlocked) {
    const { user, practice, demoLoaded } = unlocked;
    const recoveryKeyConfirmed = keys?.recovery.confirmed ?? false;
    const lastBackupAt = session.lastBackupAt();
    return { kind: 'unlocked', user, ...practice, recoveryKeyConfirmed, demoLoaded, lastBackupAt };
  }
  if (!keys) return { kind: 'new', dataFolder, canChooseFolder: host.chooseFolder !== null };
  const { language, lastUserId } = keys;
  const users = keys.users.map(({ id, name }) => ({ id, name }));
  return { kind: 'locked', language, users, lastUserId, isUpdating, keysDamage };
}
