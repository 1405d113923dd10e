import { create } from 'zustand';
import type { Answers } from '../../../shared/contract/questionnaires.ts';

/**
 * What is chosen and not sent yet: closing the sheet for a caller keeps it, locking forgets it. Unlike what is typed
 * elsewhere it is not kept in the store, where it would stand under the worker's name.
 */
export const useChosenAnswers = create<{ chosen: Partial<Answers> }>()(() => ({ chosen: {} }));

export const chooseAnswer = (part: Partial<Answers>): void =>
  useChosenAnswers.setState(({ chosen }) => ({ chosen: { ...chosen, ...part } }));

export const forgetAnswers = (): void => useChosenAnswers.setState({ chosen: {} });
