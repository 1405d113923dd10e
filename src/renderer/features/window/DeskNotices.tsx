import { lazy, Suspense } from 'react';
import { useUnlocked } from '../../app/session.ts';
import { ShortcutNotice } from './ShortcutNotice.tsx';
import { TakeOverRequests } from './TakeOverRequests.tsx';

// Only for the days until a manager has confirmed the recovery key: not part of what the window starts with.
const KeyNotice = lazy(async () => ({ default: (await import('../setup/KeyNotice.tsx')).KeyNotice }));

const LateBackupNotice = lazy(async () => ({
  default: (await import('../backup/LateBackupNotice.tsx')).LateBackupNotice,
}));

/** What this worker has to know about the program and the team, under the lists and never over them. */
export function DeskNotices() {
  const { user, recoveryKeyConfirmed } = useUnlocked();
  const isManager = user.role === 'manager';
  return (
    <>
      <TakeOverRequests />
      {isManager && (
        <Suspense>
          <LateBackupNotice />
        </Suspense>
      )}
      {isManager && !recoveryKeyConfirmed && (
        <Suspense>
          <KeyNotice />
        </Suspense>
      )}
      <ShortcutNotice />
    </>
  );
}
