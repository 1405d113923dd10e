import type { CoachingState } from '../../../shared/contract/coaching.ts';

/** On its own day it is still to come. */
export function coachingStateOf({ held, onDay }: { held: boolean; onDay: string }, today: string): CoachingState {
  if (held) return 'held';
  return onDay < today ? 'toHold' : 'planned';
}
