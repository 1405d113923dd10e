import type { ContractRouterClient } from '@orpc/contract';
import { aftercare } from './aftercare.ts';
import { agreements } from './agreements.ts';
import { attachments } from './attachments.ts';
import { audit } from './audit.ts';
import { backup } from './backup.ts';
import { breaks } from './breaks.ts';
import { callers } from './callers.ts';
import { coaching } from './coaching.ts';
import { contacts } from './contacts.ts';
import { distress } from './distress.ts';
import { exceptions } from './exceptions.ts';
import { exports } from './exports.ts';
import { handOvers } from './handOvers.ts';
import { houseRules } from './houseRules.ts';
import { incidents } from './incidents.ts';
import { keys } from './keys.ts';
import { letters } from './letters.ts';
import { measures } from './measures.ts';
import { ownData } from './ownData.ts';
import { phrases } from './phrases.ts';
import { policeReports } from './policeReports.ts';
import { prevention } from './prevention.ts';
import { privacy } from './privacy.ts';
import { questionnaires } from './questionnaires.ts';
import { review } from './review.ts';
import { rotation } from './rotation.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { team } from './team.ts';
import { trainings } from './trainings.ts';
import { trends } from './trends.ts';
import { unfinished } from './unfinished.ts';
import { updates } from './updates.ts';
import { window } from './window.ts';

/** Everything a window can ask of the core. */
export const contract = {
  aftercare,
  agreements,
  attachments,
  audit,
  backup,
  breaks,
  callers,
  coaching,
  contacts,
  distress,
  exceptions,
  exports,
  handOvers,
  houseRules,
  incidents,
  keys,
  letters,
  measures,
  ownData,
  phrases,
  policeReports,
  questionnaires,
  prevention,
  privacy,
  review,
  rotation,
  session,
  settings,
  setup,
  team,
  unfinished,
  updates,
  trainings,
  trends,
  window,
};

export type ContractClient = ContractRouterClient<typeof contract>;
