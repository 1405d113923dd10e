import { lazy, Suspense, useState } from 'react';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { Pill } from '../../components/Pill.tsx';
import { QuietScreen } from '../session/QuietScreen.tsx';
import { DemoStep } from './DemoStep.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import { PracticeForm } from './PracticeForm.tsx';
import { RecoveryKeySteps } from './RecoveryKeySteps.tsx';
import { goToSetupStep, type SetupStep, useSetupFlow } from './setupFlow.ts';

const RestoreForm = lazy(async () => ({ default: (await import('./RestoreForm.tsx')).RestoreForm }));

const order: readonly SetupStep[] = ['practice', 'key', 'demo'];

/** The first run: the practice and its manager, the recovery key, and whether to try things out. */
export default function SetupScreen() {
  const t = useTexts();
  const unlocked = useSession(({ state }) => state?.kind === 'unlocked');
  const running = useSetupFlow(({ step }) => step);
  // The key and the demo practice are the manager's: they wait until the core has unlocked.
  const step = unlocked && running ? running : 'practice';
  const [isRestoring, setRestoring] = useState(false);
  if (step === 'practice' && isRestoring)
    return (
      <QuietScreen picture="short">
        <Suspense>
          <RestoreForm onBack={() => setRestoring(false)} />
        </Suspense>
      </QuietScreen>
    );
  const steps = t('setup:stepOf', { step: order.indexOf(step) + 1, of: order.length });

  return (
    <QuietScreen
      subtitle={step === 'practice' ? t('setup:welcome') : undefined}
      picture={step === 'practice' ? 'tall' : 'short'}
      corner={step === 'practice' ? <LanguageChoice /> : <Pill>{steps}</Pill>}
    >
      {step === 'practice' && <PracticeForm onRestore={() => setRestoring(true)} />}
      {step === 'key' && <RecoveryKeySteps onDone={() => goToSetupStep('demo')} />}
      {step === 'demo' && <DemoStep onDone={() => goToSetupStep(null)} />}
    </QuietScreen>
  );
}
