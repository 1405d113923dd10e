import { lazy, Suspense, useEffect } from 'react';
import { ManagersOnly } from '../features/review/ManagersOnly.tsx';
import { ReviewShell } from '../features/review/ReviewShell.tsx';
import UnlockScreen from '../features/session/UnlockScreen.tsx';
import { useSetupRunning } from '../features/setup/setupFlow.ts';
import { useActivity } from './activity.ts';
import { ConnectionLost } from './ConnectionLost.tsx';
import { useCopies } from './copies.ts';
import { DiskRefuses } from './DiskRefuses.tsx';
import { useKeptFocus } from './keptFocus.ts';
import { useSession } from './session.ts';
import { useTextSize } from './textSize.ts';
import { useTexts } from './texts.ts';

const SetupScreen = lazy(() => import('../features/setup/SetupScreen.tsx'));
const BlockedScreen = lazy(() => import('../features/session/BlockedScreen.tsx'));

/** The window of the practice manager: looking back on the day, and what the practice has agreed. */
export function ReviewApp() {
  const t = useTexts();
  useActivity();
  useCopies();
  useTextSize();
  useKeptFocus();

  useEffect(() => {
    document.title = `${t('review:title')} · ${t('common:productName')}`;
  }, [t]);

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
    case 'locked':
      return <UnlockScreen state={state} />;
    case 'blocked':
      return <BlockedScreen state={state} />;
    case 'unlocked':
      if (isSettingUp) return <SetupScreen />;
      return state.user.role === 'manager' ? <ReviewShell key={state.user.id} /> : <ManagersOnly />;
  }
}
