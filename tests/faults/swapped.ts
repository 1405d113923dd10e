import { copyFileSync, cpSync, existsSync, rmSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { unwrapKey } from '../../src/main/core/store/keyWrapping.ts';
import { flipBit } from '../support/files.ts';
import { apartOf } from '../support/options.ts';
import type { Line } from './facts.ts';
import type { Fault, Outcome } from './fault.ts';
import { whileOpen } from './opened.ts';
import { copyOf, firstPassword, newFolder, practice, remove } from './practice.ts';
import { runCore, type Task, tasks } from './stopping.ts';
import { lossesNotTold } from './told.ts';

const taskNamed = (name: string): Task => {
  const task = tasks.find((one) => one.name === name);
  if (!task) throw new Error(`no task ${name}`);
  return task;
};

/** Within a second after something was saved. */
const whileSaving = (isKilled: boolean) =>
  ({ killAfter: isKilled ? Math.random() * 1000 : null, countedFrom: 'saved' }) as const;

interface Worked {
  folder: string;
  /** The folder as it was before the last of the work. */
  older: string;
  lines: Line[];
  key: Uint8Array;
}

/** A practice with work, a copy of it, and more work: saved, and another password. Killed at the end, or closed. */
async function worked(isKilled: boolean): Promise<Worked> {
  const made = await practice();
  const save = taskNamed('save');
  const folder = await save.folder(made);
  const first = await runCore(save, { folder, ...whileSaving(isKilled) });
  const older = copyOf(folder);
  const changing = { ...taskNamed('changePassword'), times: 1 };
  const second = await runCore(changing, { folder, killAfter: null });
  const third = await runCore({ ...save, before: [] }, { folder, ...whileSaving(isKilled) });
  return { folder, older, lines: [first, second, third].flatMap(({ lines }) => lines), key: made.key };
}

/** Work, a copy of the folder as it left it, and what was tried on it: making it takes longer than trying everything. */
interface Tried {
  done: Worked;
  left: string;
  tried: Set<string>;
}

const work = new Map<boolean, Tried>();

/** With what is kept apart from it, which is found by where the folder is. */
function copy(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  if (existsSync(apartOf(from))) cpSync(apartOf(from), apartOf(to), { recursive: true });
}

async function begin(isKilled: boolean): Promise<Tried> {
  forget(isKilled);
  const done = await worked(isKilled);
  const begun = { done, left: newFolder(), tried: new Set<string>() };
  copy(done.folder, begun.left);
  work.set(isKilled, begun);
  return begun;
}

/** Work as it was left, on which this was not tried before. */
async function untried(what: string, isKilled: boolean): Promise<Worked> {
  const begun = work.get(isKilled);
  const { done, left, tried } = begun && !begun.tried.has(what) ? begun : await begin(isKilled);
  tried.add(what);
  remove(done.folder);
  copy(left, done.folder);
  return done;
}

function forget(isKilled: boolean): void {
  const { done, left } = work.get(isKilled) ?? {};
  for (const folder of [done?.folder, done?.older, left]) if (folder) remove(folder);
  work.delete(isKilled);
}

export function forgetWorked(): void {
  for (const isKilled of [true, false]) forget(isKilled);
}

function replace({ folder, older }: Worked, name: string): void {
  if (name === 'backups') {
    rmSync(path.join(folder, name), { recursive: true });
    cpSync(path.join(older, name), path.join(folder, name), { recursive: true });
  } else if (existsSync(path.join(older, name))) copyFileSync(path.join(older, name), path.join(folder, name));
  else rmSync(path.join(folder, name), { force: true });
}

function swapping(what: string, names: readonly string[], isKilled: boolean): Fault {
  return {
    name: `older ${what}, ${isKilled ? 'killed' : 'closed'}`,
    async round(): Promise<Outcome> {
      const done = await untried(what, isKilled);
      for (const name of names) replace(done, name);
      const losses = await lossesNotTold(done.folder, done.lines, done.key);
      return { faults: 1, losses };
    },
  };
}

const store = ['store.db', 'store.db-wal'];
const notes = ['log-tail.json', 'written.json'];
const sets: Record<string, readonly string[]> = {
  'store.db': ['store.db'],
  'store.db with its log': store,
  'keys.json': ['keys.json'],
  'log-tail.json': ['log-tail.json'],
  'written.json': ['written.json'],
  notes: notes,
  'store and keys': [...store, 'keys.json'],
  'store and log-tail': [...store, 'log-tail.json'],
  'store and written': [...store, 'written.json'],
  'keys and notes': ['keys.json', ...notes],
  'store, log and notes': [...store, ...notes],
  'all but the backups': [...store, ...notes, 'keys.json'],
  'whole folder': [...store, ...notes, 'keys.json', 'backups'],
};

type Damage = (log: string, worked: Worked) => void;

const damages: Record<string, Damage> = {
  'cut short': (log) => truncateSync(log, Math.floor(Math.random() * statSync(log).size)),
  'bits flipped': (log) => flipBit(log, Math.floor(Math.random() * statSync(log).size)),
  older: (_log, done) => replace(done, 'store.db-wal'),
  deleted: (log) => rmSync(log),
};

/** A program that was killed leaves work in the write-ahead log alone. */
function logDamaged(what: string, damage: Damage): Fault {
  return {
    name: `store.db-wal ${what}`,
    async round(): Promise<Outcome> {
      const done = await untried(`log ${what}`, true);
      damage(path.join(done.folder, 'store.db-wal'), done);
      const losses = await lossesNotTold(done.folder, done.lines, done.key);
      return { faults: 1, losses };
    },
  };
}

/** The data encryption key of whoever manages the practice, as the key file has it now. */
function keyIn(folder: string): Promise<Uint8Array> {
  return whileOpen(folder, async ({ session }) => {
    const { users = [], earlier = [] } = session.keys.file ?? {};
    const [manager] = users;
    const opened = manager && (await unwrapKey(firstPassword, manager.key, earlier));
    if (!opened) throw new Error('nobody can unlock it');
    return opened.dataEncryptionKey;
  });
}

/** The key was renewed since, so that what is older is under another one. */
function beforeRenewal(what: string, names: readonly string[]): Fault {
  return {
    name: `from before a renewal: ${what}`,
    async round(nth): Promise<Outcome> {
      const done = await worked(nth % 2 === 0);
      const renewing = await runCore(
        { ...taskNamed('renew'), before: [], times: 1 },
        { folder: done.folder, killAfter: null },
      );
      for (const name of names) replace(done, name);
      const lines = [...done.lines, ...renewing.lines];
      const losses = await lossesNotTold(done.folder, lines, await keyIn(done.folder));
      remove(done.folder);
      remove(done.older);
      return { faults: 1, losses };
    },
  };
}

const renewed: Record<string, readonly string[]> = {
  'store with its log': store,
  'store, log and notes': [...store, ...notes],
  'keys.json': ['keys.json'],
  'keys and notes': ['keys.json', ...notes],
};

export const swapped: Fault[] = [
  ...Object.entries(renewed).map(([what, names]) => beforeRenewal(what, names)),
  ...Object.entries(damages).map(([what, damage]) => logDamaged(what, damage)),
  ...Object.entries(sets).flatMap(([what, names]) => [true, false].map((isKilled) => swapping(what, names, isKilled))),
];
