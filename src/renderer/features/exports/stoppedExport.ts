import { create } from 'zustand';

/** Whose export ended because the app locked: the dialog that would say so went with the lock. */
export const useStoppedExport = create<{ workerId: number | null }>()(() => ({ workerId: null }));

export const noteStoppedExport = (workerId: number): void => useStoppedExport.setState({ workerId });

export const forgetStoppedExport = (): void => useStoppedExport.setState({ workerId: null });
