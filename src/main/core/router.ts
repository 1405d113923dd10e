import { aftercare } from './features/aftercare/procedures.ts';
import { agreements } from './features/agreements/procedures.ts';
import { attachments } from './features/attachments/procedures.ts';
import { audit } from './features/audit/procedures.ts';
import { backup } from './features/backup/procedures.ts';
import { breaks } from './features/breaks/procedures.ts';
import { callers } from './features/callers/procedures.ts';
import { coaching } from './features/coaching/procedures.ts';
import { contacts } from './features/contacts/procedures.ts';
import { distress } from './features/distress/procedures.ts';
import { exceptions } from './features/exceptions/procedures.ts';
import { exports } from './features/exports/procedures.ts';
import { handOvers } from './features/handOvers/procedures.ts';
import { houseRules } from './features/houseRules/procedures.ts';
import { incidents } from './features/incidents/procedures.ts';
import { keys } from './features/keys/procedures.ts';
import { letters } from './features/letters/procedures.ts';
import { measures } from './features/measures/procedures.ts';
import { ownData } from './features/ownData/procedures.ts';
import { phrases } from './features/phrases/procedures.ts';
import { policeReports } from './features/policeReports/procedures.ts';
import { prevention } from './features/prevention/procedures.ts';
import { privacy } from './features/privacy/procedures.ts';
import { questionnaires } from './features/questionnaires/procedures.ts';
import { review } from './features/review/procedures.ts';
import { rotation } from './features/rotation/procedures.ts';
import { session } from './features/session/procedures.ts';
import { settings } from './features/settings/procedures.ts';
import { setup } from './features/setup/procedures.ts';
import { team } from './features/team/procedures.ts';
import { trainings } from './features/trainings/procedures.ts';
import { trends } from './features/trends/procedures.ts';
import { unfinished } from './features/unfinished/procedures.ts';
import { updates } from './features/updates/procedures.ts';
import { window } from './features/window/procedures.ts';
import { open } from './procedures.ts';

/** What answers the contract; a missing procedure does not compile. */
export const router = open.router({
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
});
