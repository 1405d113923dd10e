import { useUnlocked } from '../../app/session.ts';
import { KeyNotice } from '../setup/KeyNotice.tsx';
import { ShortcutNotice } from './ShortcutNotice.tsx';
import { TakeOverRequests } from './TakeOverRequests.tsx';

/** What this worker has to know about the program and the team, under the lists and never over them. */
export function DeskNotices() {
  const { user, recoveryKeyConfirmed } = useUnlocked();
  const isManager = user.role === 'manager';
  return (
    <>
      {isManager && <TakeOverRequests />}
      {isManager && !recoveryKeyConfirmed && <KeyNotice />}
      <ShortcutNotice />
    </>
  );
}
