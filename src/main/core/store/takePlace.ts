import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { stamp } from './backupFiles.ts';
import { copyFiles } from './copyStore.ts';
import { renameDurably, syncFile, syncFolder } from './durably.ts';
import type { DataFolder } from './folder.ts';
import type { Step } from './integrity.ts';
import { removeWithRests } from './withRests.ts';

/*
 * Another store takes the place of the one that stands there in steps that each are on the disk before the next: it gets
 * a name that says it is whole and what the other will be called; then the other gets that name; then it gets the place.
 * Cut short after the first, the next start takes the rest.
 */

/** What took the place of the store, until that stands in the audit log of what it became. */
const placeTaken = z.object({
  action: z.enum(['backup.restore', 'backup.mend', 'backup.restoreOlder', 'backup.putBack', 'setup.restore']),
  subject: z.string().nullable(),
});
export type PlaceTaken = z.infer<typeof placeTaken>;

/** Why a store was put aside, as its name says. */
const reasons = {
  'backup.mend': 'mend',
  'backup.putBack': 'undo',
  'backup.restore': 'restore',
  'backup.restoreOlder': 'restore',
  'setup.restore': 'restore',
} as const;

const actions = { mend: 'backup.mend', undo: 'backup.putBack', restore: 'backup.restore' } as const;
const reason = z.enum(['mend', 'undo', 'restore']).transform((why) => actions[why]);

const incomingName = /^store\.db\.incoming-((mend|undo|restore)-[\dTZ]+(?:-\d+)?)$/;

/** The name, or the first of `name-2`, `name-3` … that nothing has yet. */
function freeName(name: string): string {
  for (let nth = 1; ; nth += 1) {
    const free = nth === 1 ? name : `${name}-${nth}`;
    if (!existsSync(free)) return free;
  }
}

const noteFile = ({ folder }: DataFolder) => path.join(folder, 'place-taken.json');

/** Notes beside the store what it became, for the audit log of whoever unlocks it next. */
export function notePlaceTaken(dataFolder: DataFolder, taken: PlaceTaken): void {
  writeFileAtomic.sync(noteFile(dataFolder), `${JSON.stringify(taken)}\n`, { mode: 0o600, fsync: true });
}

export function readPlaceTaken(dataFolder: DataFolder): PlaceTaken | null {
  if (!existsSync(noteFile(dataFolder))) return null;
  try {
    return placeTaken.parse(JSON.parse(readFileSync(noteFile(dataFolder), 'utf8')));
  } catch {
    // It is a note and no more: that something took the place is said all the same.
    return { action: 'backup.restore', subject: null };
  }
}

export function forgetPlaceTaken(dataFolder: DataFolder): void {
  rmSync(noteFile(dataFolder), { force: true });
}

/** Gives a whole file the place of the store, which is not open; what stood there is kept beside it. */
export function takePlace(dataFolder: DataFolder, incoming: string, taken: PlaceTaken, now: number): void {
  const { store } = dataFolder;
  const aside = freeName(`${store}-before-${reasons[taken.action]}-${stamp(now)}`);
  const tag = aside.slice(`${store}-before-`.length);
  forgetPlaceTaken(dataFolder);
  renameDurably(incoming, `${store}.incoming-${tag}`);
  notePlaceTaken(dataFolder, taken);
  finishTakingPlace(dataFolder);
}

/** Takes the steps that are left when one store was taking the place of another. */
export function finishTakingPlace(dataFolder: DataFolder): void {
  const { folder, store, written, auditTail } = dataFolder;
  const incoming = readdirSync(folder).find((name) => incomingName.test(name));
  if (!incoming) return;
  const [, tag = '', why = 'restore'] = incomingName.exec(incoming) ?? [];
  if (!existsSync(noteFile(dataFolder))) notePlaceTaken(dataFolder, { action: reason.parse(why), subject: null });
  // What they say is about the store that goes.
  for (const note of [written, auditTail]) rmSync(note, { force: true });
  for (const part of ['-shm', '-wal', '']) {
    if (existsSync(`${store}${part}`)) renameSync(`${store}${part}`, `${store}-before-${tag}${part}`);
  }
  // Before the other gets its name: a log of the old store beside it would be read as its own.
  syncFolder(folder);
  renameDurably(path.join(folder, incoming), store);
}

/** Keeps a copy of a store that is worked on with although it lacks something. */
export function keepAside(dataFolder: DataFolder, now: number, step: Step): void {
  const { store, incoming } = dataFolder;
  const aside = freeName(`${store}-before-going-on-${stamp(now)}`);
  const parts = ['-wal', ''].filter((part) => existsSync(`${store}${part}`));
  removeWithRests(incoming);
  try {
    copyFiles(
      parts.map((part) => [`${store}${part}`, `${incoming}${part}`]),
      step,
    );
    for (const part of parts) syncFile(`${incoming}${part}`);
    // The log first: without it the store would be another one.
    for (const part of parts) renameDurably(`${incoming}${part}`, `${aside}${part}`);
  } catch (error) {
    removeWithRests(incoming);
    throw error;
  }
}
