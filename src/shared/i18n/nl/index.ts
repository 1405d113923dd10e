import { audit } from './audit.ts';
import { backup } from './backup.ts';
import { common } from './common.ts';
import { review } from './review.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { start } from './start.ts';
import { team } from './team.ts';
import { window } from './window.ts';

export const nl = { common, audit, backup, review, session, settings, setup, team, start, window };
