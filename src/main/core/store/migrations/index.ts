import { start } from './001-start.ts';
import { measures } from './002-measures.ts';
import { agreements } from './003-agreements.ts';
import { handOvers } from './004-handOvers.ts';
import { letters } from './005-letters.ts';
import { standingOut } from './006-standingOut.ts';
import { duplicates } from './007-duplicates.ts';
import { functions } from './008-functions.ts';
import { phrases } from './009-phrases.ts';
import { incidentVersions } from './010-incidentVersions.ts';
import { callerMerges } from './011-callerMerges.ts';
import { aftercare } from './012-aftercare.ts';
import { trainings } from './013-trainings.ts';
import { incidentWorkers } from './014-incidentWorkers.ts';
import { breaks } from './015-breaks.ts';
import { incidentStatus } from './016-incidentStatus.ts';
import { callerWords } from './017-callerWords.ts';
import { trends } from './018-trends.ts';
import { questionnaires } from './019-questionnaires.ts';
import { told } from './020-told.ts';
import { concerns } from './021-concerns.ts';
import { postalAddresses } from './022-postalAddresses.ts';
import { prevention } from './023-prevention.ts';
import { rotation } from './024-rotation.ts';
import { attachments } from './025-attachments.ts';
import { houseRules } from './026-houseRules.ts';
import { unfinishedAbout } from './027-unfinishedAbout.ts';
import { aftercareAsked } from './028-aftercareAsked.ts';
import { workingDays } from './029-workingDays.ts';
import { aftercareWithdrawn } from './030-aftercareWithdrawn.ts';
import { unfinishedOfCard } from './031-unfinishedOfCard.ts';
import { ownGpNumbers } from './032-ownGpNumbers.ts';
import { checkPoints } from './033-checkPoints.ts';
import { scriptSentences } from './034-scriptSentences.ts';
import { retention } from './035-retention.ts';
import { teamGroups } from './036-teamGroups.ts';
import { privacyRequests } from './037-privacyRequests.ts';
import { savedDrafts } from './038-savedDrafts.ts';
import { restrictions } from './039-restrictions.ts';
import { auditReading } from './040-auditReading.ts';
import { rectifications } from './041-rectifications.ts';
import { mentionsLeft } from './042-mentionsLeft.ts';
import { auditIndexes } from './043-auditIndexes.ts';

/** In order; the number of a migration is its place, counted from 1, and becomes `user_version`. */
export const migrations: readonly string[] = [
  start,
  measures,
  agreements,
  handOvers,
  letters,
  standingOut,
  duplicates,
  functions,
  phrases,
  incidentVersions,
  callerMerges,
  aftercare,
  trainings,
  incidentWorkers,
  breaks,
  incidentStatus,
  callerWords,
  trends,
  questionnaires,
  told,
  concerns,
  postalAddresses,
  prevention,
  rotation,
  attachments,
  houseRules,
  unfinishedAbout,
  aftercareAsked,
  workingDays,
  aftercareWithdrawn,
  unfinishedOfCard,
  ownGpNumbers,
  checkPoints,
  scriptSentences,
  retention,
  teamGroups,
  privacyRequests,
  savedDrafts,
  restrictions,
  auditReading,
  rectifications,
  mentionsLeft,
  auditIndexes,
];
