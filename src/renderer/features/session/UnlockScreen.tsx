import { lazy, Suspense, useState } from 'react';
import type { SessionState } from '../../../shared/contract/session.ts';
import { useTexts } from '../../app/texts.ts';
import { Notice } from '../../components/Notice.tsx';
import { CrisisWayOut } from './CrisisWayOut.tsx';
import { QuietScreen } from './QuietScreen.tsx';
import { UnlockForm } from './UnlockForm.tsx';

const ResetForm = lazy(async () => ({ default: (await import('./ResetForm.tsx')).ResetForm }));

const Updating = lazy(async () => ({ default: (await import('./Updating.tsx')).Updating }));

type Locked = Extract<SessionState, { kind: 'locked' }>;

/** Who are you, and your password: nothing else of the practice is in sight or in memory. */
export default function UnlockScreen({ state }: { state: Locked }) {
  const t = useTexts();
  const { users, lastUserId } = state;
  const [chosenId, setChosenId] = useState(lastUserId);
  const [forgotten, setForgotten] = useState(false);
  const selected = users.find(({ id }) => id === chosenId) ?? users[0];

  return (
    <CrisisWayOut>
      <QuietScreen subtitle={t('session:tagline')} picture={forgotten ? 'short' : 'tall'}>
        {state.keysDamage && (
          <Notice tone={state.keysDamage === 'mended' ? 'calm' : 'due'} title={t('session:keysDamage.title')}>
            <p>{t(`session:keysDamage.${state.keysDamage}`)}</p>
          </Notice>
        )}
        {!selected && <p>{t('session:noUsers')}</p>}
        {state.isUpdating && (
          <Suspense>
            <Updating />
          </Suspense>
        )}
        {!state.isUpdating && selected && !forgotten && (
          <UnlockForm
            users={users}
            selected={selected}
            onSelect={(user) => setChosenId(user.id)}
            onForgotten={() => setForgotten(true)}
          />
        )}
        {!state.isUpdating && selected && forgotten && (
          <Suspense>
            <ResetForm user={selected} onBack={() => setForgotten(false)} />
          </Suspense>
        )}
      </QuietScreen>
    </CrisisWayOut>
  );
}
