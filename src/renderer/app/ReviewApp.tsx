import { useEffect } from 'react';
import { ManagersOnly } from '../features/review/ManagersOnly.tsx';
import { ReviewShell } from '../features/review/ReviewShell.tsx';
import BlockedScreen from '../features/session/BlockedScreen.tsx';
import { QuietScreen } from '../features/session/QuietScreen.tsx';
import UnlockScreen from '../features/session/UnlockScreen.tsx';
import SetupScreen from '../features/setup/SetupScreen.tsx';
import { useSetupRunning } from '../features/setup/setupFlow.ts';
import { useActivity } from './activity.ts';
import { useSession } from './session.ts';
import { useTexts } from './texts.ts';

/** The window of the practice manager: looking back on the day, and what the practice has agreed. */
export function ReviewApp() {
  const t = useTexts();
  const state = useSession((session) => session.state);
  const settingUp = useSetupRunning();
  useActivity();

  useEffect(() => {
    document.title = `${t('review:title')} · ${t('common:productName')}`;
  }, [t]);

  if (!state)
    return (
      <QuietScreen>
        <p role="status">{t('session:connecting')}</p>
      </QuietScreen>
    );
  if (state.kind === 'locked') return <UnlockScreen state={state} />;
  if (state.kind === 'blocked') return <BlockedScreen state={state} />;
  if (state.kind === 'new' || settingUp) return <SetupScreen />;
  return state.user.role === 'manager' ? <ReviewShell /> : <ManagersOnly />;
}
