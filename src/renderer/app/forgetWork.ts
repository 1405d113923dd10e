import { leaveNote } from '../features/contacts/noteStore.ts';
import { forgetConcern } from '../features/distress/concernStore.ts';
import { forgetCompletions } from '../features/incidents/completionStore.ts';
import { forgetChoices } from '../features/incidents/incidentStore.ts';
import { forgetAnswers } from '../features/questionnaires/chosenAnswers.ts';
import { resetDesk } from './deskStore.ts';

/** Takes everything a worker had on the screen out of this window. */
export function forgetWork(): void {
  resetDesk();
  leaveNote();
  forgetChoices();
  forgetCompletions();
  forgetConcern();
  forgetAnswers();
}
