import { audit } from './audit.ts';
import { dayReport } from './dayReport.ts';
import { exports } from './exports.ts';
import { keys } from './keys.ts';
import { letters } from './letters.ts';
import { policeReports } from './policeReports.ts';
import { prevention } from './prevention.ts';
import { privacy } from './privacy.ts';
import { privacyAccess } from './privacyAccess.ts';
import { privacyRequests } from './privacyRequests.ts';
import { privacyRestrictions } from './privacyRestrictions.ts';
import { review } from './review.ts';
import { settings } from './settings.ts';
import { start } from './start.ts';
import { team } from './team.ts';
import { trends } from './trends.ts';
import { updates } from './updates.ts';

/** The texts that the desk window does without: those of the review window and of the main process. */
export const reviewWindow = {
  audit,
  dayReport,
  exports,
  keys,
  letters,
  policeReports,
  prevention,
  privacy,
  privacyAccess,
  privacyRequests,
  privacyRestrictions,
  review,
  settings,
  start,
  team,
  trends,
  updates,
};
