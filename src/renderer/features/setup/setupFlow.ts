import { create } from 'zustand';

/** Where the first set-up is; null when it does not run. It goes on after the app is unlocked by it. */
export type SetupStep = 'practice' | 'key' | 'demo';

interface SetupFlow {
  step: SetupStep | null;
}

export const useSetupFlow = create<SetupFlow>()(() => ({ step: null }));

export const goToSetupStep = (step: SetupStep | null): void => useSetupFlow.setState({ step });

/** True while a window shows the set-up rather than the work, although the app is unlocked already. */
export const useSetupRunning = (): boolean => useSetupFlow(({ step }) => step !== null);
