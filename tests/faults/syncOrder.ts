import path from 'node:path';
import type { Change } from './disk.ts';

/** Names that something was promised of: what stands under them must be on the disk before they do. */
const promised =
  /^(keys\.json|store\.db|store\.db-before-going-on-[\dTZ]+(-\d+)?(-wal)?|store-[\dTZ]+(-[a-z-]+)?\.db|backups|Rugdekking back-ups)$/;
/** And those that say something of them: a file is never half of what it says. */
const notes = /^(log-tail|backups-checked|place-taken|log-end)\.json$/;
/** What must be on the disk before another store gets the name of the one there is, and before that loses it. */
const beforeTaking = /^\+?-?(keys\.json|store\.db(-wal|-before.*|\.incoming.*))$/;
const beforeLeaving = /^\+store\.db\.incoming/;
/** Names without which what was said cannot be read back. */
const saidWith = new RegExp(`${promised.source}|^store\\.db-wal$`);
/** Copies that were taken away: what was erased must not come back with them. */
const takenAway = /^-(store-.+\.db|store\.db-before-.+)$/;
const WRITTEN = 'written.json';

interface Files {
  /** Which inode a name is of. */
  inodes: Map<string, string>;
  /** Inodes with writes that are not on the disk. */
  unsynced: Set<string>;
  /** Changes of names that are not on the disk, by folder, the last one last. */
  names: Map<string, string[]>;
}

const filesOf = (files: ReadonlyMap<string, { inode: string }>): Files => ({
  inodes: new Map([...files].map(([name, { inode }]) => [name, inode])),
  unsynced: new Set(),
  names: new Map(),
});

/** With `+` for a name that came, and `-` for one that went. */
function nameChanged({ names }: Files, name: string, sign: '+' | '-'): void {
  const folder = path.dirname(name);
  names.set(folder, [...(names.get(folder) ?? []), `${sign}${path.basename(name)}`]);
}

/** What a change makes of it; `from` is what a rename took away. */
function follow(state: Files, { kind, inode, path: name }: Change): void {
  const { inodes, unsynced, names } = state;
  if (kind === 'W' || kind === 'T') unsynced.add(inode);
  else if (kind === 'S') {
    unsynced.delete(inode);
    names.delete(name);
  } else if (kind === 'O') {
    inodes.set(name, inode);
    nameChanged(state, name, '+');
  } else if (kind === 'M') nameChanged(state, name, '+');
  else if (kind === 'U') {
    inodes.delete(name);
    nameChanged(state, name, '-');
  } else if (kind === 'R') {
    const [from = '', to = ''] = name.split('\t');
    const moved = inodes.get(from);
    if (moved === undefined) return;
    inodes.delete(from);
    inodes.set(to, moved);
    nameChanged(state, to, '+');
  }
}

const isUnsynced = ({ inodes, unsynced }: Files, name: string): boolean => unsynced.has(inodes.get(name) ?? '');

function unnamedIn({ names }: Files, which: RegExp): string | undefined {
  const came = [...names.values()].flat().filter((one) => one.startsWith('+'));
  return came.map((one) => one.slice(1)).find((one) => which.test(one));
}

/** What may not happen as long as something else is not on the disk; null when all that it needs is. */
function tooSoon(state: Files, { kind, inode, path: name, data }: Change, root: string): string | null {
  const { inodes, names } = state;
  const inRoot = (file: string) => path.join(root, file);
  const [from = '', to = ''] = name.split('\t');
  const waiting = (folder: string, which: RegExp) => (names.get(folder) ?? []).find((one) => which.test(one));
  if (kind === 'R') {
    const named = path.basename(to);
    if ((promised.test(named) || notes.test(named)) && isUnsynced(state, from)) {
      return `${named} got its name before it was on the disk`;
    }
    const before = to === inRoot('store.db') ? waiting(root, beforeTaking) : undefined;
    if (before) return `the store got its name before ${before} was on the disk`;
    if (from === inRoot('store.db') && waiting(root, beforeLeaving)) return 'the store left before another was there';
  }
  if (kind === 'O' && name === inRoot('store.db-journal'))
    return 'the store has a journal, which a power cut may bring back';
  const takesLog = kind === 'U' && name === inRoot('store.db-wal');
  const carriesOver = kind === 'W' && inode === inodes.get(inRoot('store.db')) && inodes.has(inRoot('store.db-wal'));
  if ((takesLog || carriesOver) && isUnsynced(state, inRoot(WRITTEN))) return 'the log went before the note of it';
  if (carriesOver && isUnsynced(state, inRoot('store.db-wal'))) return 'the log was carried over before it was there';
  if (takesLog && isUnsynced(state, inRoot('store.db'))) return 'the log went before the store had it';
  if (kind !== 'A' || !data.toString().includes('"at":"done"')) return null;
  if (isUnsynced(state, inRoot('store.db-wal'))) return 'it was said before it was in the log';
  const unnamed = unnamedIn(state, saidWith);
  if (unnamed) return `it was said before the name ${unnamed} was on the disk`;
  const left = [...names.values()].flat().find((one) => takenAway.test(one));
  return left ? `it was said before ${left.slice(1)} was gone from the disk` : null;
}

/** Everything that happened before what it needs was on the disk, whatever a power cut would have made of it. */
export function outOfOrder(
  changes: readonly Change[],
  files: ReadonlyMap<string, { inode: string }>,
  root: string,
): string[] {
  const state = filesOf(files);
  const found: string[] = [];
  for (const change of changes) {
    const what = tooSoon(state, change, root);
    if (what) found.push(what);
    follow(state, change);
  }
  const unnamed = unnamedIn(state, promised);
  if (unnamed) found.push(`it ended before the name ${unnamed} was on the disk`);
  return found;
}

const anyNumber = (name: string): string => name.replace(/\d{8}T\d{6}Z|\d+/g, '#');

/** Each sync of a recording, by what it puts on the disk; one that has nothing to put there goes with the one before it. */
export function syncsIn(
  changes: readonly Change[],
  files: ReadonlyMap<string, { inode: string }>,
): Map<string, number[]> {
  const state = filesOf(files);
  const syncs = new Map<string, number[]>();
  const before = new Map<string, string>();
  for (const [at, change] of changes.entries()) {
    if (change.kind === 'S') {
      const file = [...state.inodes].find(([, inode]) => inode === change.inode)?.[0];
      const last = state.names.get(change.path)?.at(-1);
      const label = file ? path.basename(file) : last ? `the name ${last}` : before.get(change.path);
      if (label) {
        before.set(change.path, label);
        syncs.set(anyNumber(label), [...(syncs.get(anyNumber(label)) ?? []), at]);
      }
    }
    follow(state, change);
  }
  return syncs;
}
