import { agreements } from './agreements.ts';
import { audit } from './audit.ts';
import { backup } from './backup.ts';
import { breaks } from './breaks.ts';
import { callers } from './callers.ts';
import { common } from './common.ts';
import { contacts } from './contacts.ts';
import { desk } from './desk.ts';
import { distress } from './distress.ts';
import { exceptions } from './exceptions.ts';
import { handOvers } from './handOvers.ts';
import { incidents } from './incidents.ts';
import { letters } from './letters.ts';
import { measures } from './measures.ts';
import { phrases } from './phrases.ts';
import { policeReports } from './policeReports.ts';
import { privacy } from './privacy.ts';
import { review } from './review.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { start } from './start.ts';
import { team } from './team.ts';
import { window } from './window.ts';

export const nl = {
  agreements,
  audit,
  backup,
  breaks,
  callers,
  common,
  contacts,
  desk,
  distress,
  exceptions,
  handOvers,
  incidents,
  letters,
  measures,
  phrases,
  policeReports,
  privacy,
  review,
  session,
  settings,
  setup,
  start,
  team,
  window,
};
