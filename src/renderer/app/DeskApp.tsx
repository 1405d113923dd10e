import { lazy, Suspense, useEffect } from 'react';
import UnlockScreen from '../features/session/UnlockScreen.tsx';
import { useSetupRunning } from '../features/setup/setupFlow.ts';
import { useActivity } from './activity.ts';
import { ConnectionLost } from './ConnectionLost.tsx';
import { useCopies } from './copies.ts';
import { DiskRefuses } from './DiskRefuses.tsx';
import { forgetWork } from './forgetWork.ts';
import { later } from './later.ts';
import { useSession } from './session.ts';
import { useTextSize } from './textSize.ts';

const DeskView = later(async () => (await import('./DeskView.tsx')).DeskView);
const SetupScreen = lazy(() => import('../features/setup/SetupScreen.tsx'));
const BlockedScreen = lazy(() => import('../features/session/BlockedScreen.tsx'));

/** The window beside the phone: what it shows follows the session and nothing else. */
export function DeskApp() {
  useActivity();
  useCopies();
  useTextSize();
  useForgottenWork();
  useDeskAtHand();
  return (
    <>
      <ConnectionLost />
      <DiskRefuses />
      <Suspense>
        <Screen />
      </Suspense>
    </>
  );
}

function Screen() {
  const state = useSession((session) => session.state);
  const isSettingUp = useSetupRunning();
  switch (state?.kind) {
    case undefined:
      return null;
    case 'new':
      return <SetupScreen />;
    case 'unlocked':
      return isSettingUp ? <SetupScreen /> : <DeskView key={state.user.id} />;
    case 'locked':
      return <UnlockScreen state={state} />;
    case 'blocked':
      return <BlockedScreen state={state} />;
  }
}

/** What a worker had on the screen is gone with the worker; drafts are in the core. */
function useForgottenWork(): void {
  const worker = useSession(({ state }) => (state?.kind === 'unlocked' ? state.user.id : null));
  useEffect(() => (worker === null ? undefined : forgetWork), [worker]);
}

/** The desk is fetched while a password is typed: the screen that asks for one does not wait for it. */
function useDeskAtHand(): void {
  const isLocked = useSession(({ state }) => state?.kind === 'locked');
  useEffect(() => {
    if (!isLocked) return;
    const atRest = requestIdleCallback(() => void DeskView.fetch());
    return () => cancelIdleCallback(atRest);
  }, [isLocked]);
}
