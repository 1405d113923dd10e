import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { backupProgress, stopped } from './backup.ts';
import { id, instant, language, nothing, password, procedure, requiredText, role, theme } from './base.ts';

export const problem = z.enum([
  'damagedStore',
  'missingStore',
  'missingWork',
  'olderKeys',
  'otherKey',
  'newerStore',
  'failedMigration',
  'damagedKeys',
  'missingKeys',
  'folderInUse',
  'folderUnwritable',
  'unexpected',
]);
export type Problem = z.infer<typeof problem>;

export const currentUser = z.object({ id, name: requiredText, role, language, theme });
export type CurrentUser = z.infer<typeof currentUser>;

export const sessionState = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('new'),
    dataFolder: z.string(),
    /** Whether this host has a dialog to choose a folder in. */
    canChooseFolder: z.boolean(),
  }),
  z.object({
    kind: z.literal('locked'),
    language,
    users: z.array(z.object({ id, name: z.string() })),
    lastUserId: id.nullable(),
    /** True while an unlock brings the store to the form of this version of the program. */
    isUpdating: z.boolean(),
    /** The key file was damaged, and the copy in it was used; `unmended` when that is damaged too. */
    keysDamage: z.enum(['mended', 'unmended']).nullable(),
  }),
  z.object({
    kind: z.literal('unlocked'),
    user: currentUser,
    practiceName: z.string(),
    timeZone: z.string(),
    recoveryKeyConfirmed: z.boolean(),
    demoLoaded: z.boolean(),
    lastBackupAt: instant.nullable(),
  }),
  z.object({
    kind: z.literal('blocked'),
    problem,
    dataFolder: z.string(),
    /** What to copy into a message for help: versions and codes, nothing personal. */
    report: z.string(),
    /** True when a password was proved, so that a backup may be put back. */
    mayRestore: z.boolean(),
    /** True when a password was proved, so that work may go on with what is there. */
    mayGoOn: z.boolean(),
    /** True while the store is being made anew from what is whole in it. */
    isMending: z.boolean(),
  }),
]);
export type SessionState = z.infer<typeof sessionState>;
export type UnlockedSession = Extract<SessionState, { kind: 'unlocked' }>;

/** What a change touched, so that a window knows which queries to ask again. */
export const changedFeature = z.enum([
  'aftercare',
  'agreements',
  'attachments',
  'callers',
  'coaching',
  'contacts',
  'incidents',
  'measures',
  'breaks',
  'distress',
  'exceptions',
  'letters',
  'policeReports',
  'handOvers',
  'houseRules',
  'phrases',
  'prevention',
  'privacy',
  'questionnaires',
  'review',
  'rotation',
  'team',
  'trainings',
  'trends',
  'settings',
  'backup',
  'keys',
  'window',
]);
export type ChangedFeature = z.infer<typeof changedFeature>;

/** Said to one window, which says it back when everything that is typed in it is saved. */
export const aboutToLock = z.object({ window: z.uuid(), turn: z.number().int().positive() });
export type AboutToLock = z.infer<typeof aboutToLock>;

export const sessionEvent = z.union([
  z.object({ state: sessionState }),
  z.object({ aboutToLock }),
  z.object({ changed: z.array(changedFeature) }),
  /** The global shortcut was pressed: the window stands in front, the focus belongs in the search field. */
  z.object({ summoned: z.literal(true) }),
]);
export type SessionEvent = z.infer<typeof sessionEvent>;

const damagedKey = { DAMAGED_KEY: { message: 'The key is damaged; the secret may well be right.' } };
const wait = z.object({ waitSeconds: z.number().int().min(0) });

export const session = {
  state: procedure('open').output(sessionState),
  events: procedure('open').output(eventIterator(sessionEvent)),
  unlock: procedure('open')
    .input(z.object({ userId: id, password: z.string().max(200) }))
    .errors({
      ...damagedKey,
      WRONG_PASSWORD: { message: 'The password is not right.', data: wait },
      TOO_SOON: { message: 'Too many wrong passwords.', data: wait },
      NOT_IN_STORE: { message: 'The data do not know this worker: a backup of before they came was put back.' },
    })
    .output(nothing),
  /** Opens the store with the printed recovery key and gives a worker a new password. */
  resetPassword: procedure('open')
    .input(z.object({ userId: id, recoveryKey: z.string().max(200), newPassword: password }))
    .errors({
      ...damagedKey,
      WRONG_RECOVERY_KEY: { message: 'The recovery key is not right.', data: wait },
      TOO_SOON: { message: 'Too many wrong keys.', data: wait },
      NOT_IN_STORE: { message: 'The data do not know this worker: a backup of before they came was put back.' },
    })
    .output(nothing),
  changePassword: procedure('user')
    .input(z.object({ currentPassword: z.string().max(200), newPassword: password }))
    .errors({
      ...damagedKey,
      WRONG_PASSWORD: { message: 'The password is not right.', data: wait },
      TOO_SOON: { message: 'Too many wrong passwords.', data: wait },
    })
    .output(nothing),
  /** How far an update of the store is, in hundredths; null when none is under way. */
  updateProgress: procedure('open').output(backupProgress.nullable()),
  /** Stops it, for as long as only the backup of before is being made. */
  cancelUpdate: procedure('open').output(nothing),
  /** Looks at the data folder again, after a problem that somebody has mended. */
  retry: procedure('open').output(nothing),
  /** Goes on with a store or keys that lack something, which somebody was told; what is there is kept beside it. */
  goOn: procedure('recovery').errors(stopped).output(nothing),
  lock: procedure('user', { locks: true }).output(nothing),
  /** Answers `aboutToLock`: nothing that was typed in this window is on its way any more. The last answer locks. */
  readyToLock: procedure('user', { locks: true }).input(aboutToLock).output(nothing),
  /** Tells that somebody is using the app, which puts off the lock after idle time. */
  active: procedure('user').output(nothing),
  setPreferences: procedure('user')
    .input(z.object({ language: language.optional(), theme: theme.optional() }))
    .output(nothing),
};
