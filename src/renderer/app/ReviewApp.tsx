import { useEffect } from 'react';
import { ManagersOnly } from '../features/review/ManagersOnly.tsx';
import { ReviewShell } from '../features/review/ReviewShell.tsx';
import BlockedScreen from '../features/session/BlockedScreen.tsx';
import UnlockScreen from '../features/session/UnlockScreen.tsx';
import SetupScreen from '../features/setup/SetupScreen.tsx';
import { useSetupRunning } from '../features/setup/setupFlow.ts';
import { useActivity } from './activity.ts';
import { ConnectionLost } from './ConnectionLost.tsx';
import { useSession } from './session.ts';
import { useTextSize } from './textSize.ts';
import { useTexts } from './texts.ts';

/** The window of the practice manager: looking back on the day, and what the practice has agreed. */
export function ReviewApp() {
  const t = useTexts();
  useActivity();
  useTextSize();

  useEffect(() => {
    document.title = `${t('review:title')} · ${t('common:productName')}`;
  }, [t]);

  return (
    <>
      <ConnectionLost />
      <Screen />
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
