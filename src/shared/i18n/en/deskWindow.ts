import type { deskWindow as nl } from '../nl/deskWindow.ts';
import type { Shape } from '../shape.ts';
import { aftercare } from './aftercare.ts';
import { agreements } from './agreements.ts';
import { attachments } from './attachments.ts';
import { backup } from './backup.ts';
import { breaks } from './breaks.ts';
import { callers } from './callers.ts';
import { coaching } from './coaching.ts';
import { common } from './common.ts';
import { contacts } from './contacts.ts';
import { desk } from './desk.ts';
import { distress } from './distress.ts';
import { exceptions } from './exceptions.ts';
import { handOvers } from './handOvers.ts';
import { houseRules } from './houseRules.ts';
import { incidents } from './incidents.ts';
import { measures } from './measures.ts';
import { ownData } from './ownData.ts';
import { ownWork } from './ownWork.ts';
import { phrases } from './phrases.ts';
import { questionnaires } from './questionnaires.ts';
import { rotation } from './rotation.ts';
import { session } from './session.ts';
import { setup } from './setup.ts';
import { trainings } from './trainings.ts';
import { unfinished } from './unfinished.ts';
import { window } from './window.ts';

/** The texts that the desk window shows; the review window shows them too. */
export const deskWindow: Shape<typeof nl> = {
  aftercare,
  agreements,
  attachments,
  backup,
  breaks,
  callers,
  coaching,
  common,
  contacts,
  desk,
  distress,
  exceptions,
  handOvers,
  houseRules,
  incidents,
  measures,
  ownData,
  ownWork,
  phrases,
  questionnaires,
  rotation,
  session,
  setup,
  trainings,
  unfinished,
  window,
};
