import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { connect } from '../../src/main/core/store/open.ts';
import { flipBit } from '../support/files.ts';
import { PAGE } from '../support/storeFiles.ts';
import { builtCore } from './builtCore.ts';
import { type Line, readLines } from './facts.ts';
import {
  copyOf,
  firstPassword,
  inAside,
  newFolder,
  type Practice,
  practice,
  stickOf,
  withOldContacts,
  withStick,
} from './practice.ts';
import { beforeCut, behind, restored, underEarlierKey } from './prepared.ts';

/** What a core is busy with when something happens to it. */
export interface Task {
  name: string;
  /** Where it starts from. */
  folder(practice: Practice): string | Promise<string>;
  /** What stands there already and was acknowledged long ago. */
  before: Line[];
  /** How many times it does what it does when nothing stops it. */
  times: number;
  /** A screen may ask for the backup that was being put back. */
  restoring?: boolean;
  /** An index is damaged, and whoever opens it has to mend it. */
  mending?: boolean;
  /** It begins with what is on the stick. */
  takingOver?: boolean;
  /** Work is missing, and whoever opens it is told and may go on. */
  goingOn?: boolean;
  /** Files that stay as they are found, under whatever name. */
  keeps?: readonly string[];
  /** Older backups go once a newer one is whole. */
  removesBackups?: boolean;
  /** The data encryption key is another one afterwards: only a password opens it. */
  changesKey?: boolean;
  /** No kill comes later than this after the start, in milliseconds. */
  within: number;
}

const receptionist = 2;
const manager = 1;
const stands = (key: string, value: string): Line => ({ at: 'done', key, value });
const passwords = [stands(`password ${receptionist}`, firstPassword), stands(`password ${manager}`, firstPassword)];
const asItStands = ({ folder }: Practice): string => copyOf(folder);

function damaged({ folder }: Practice): string {
  const copy = copyOf(folder);
  flipBit(path.join(copy, 'store.db'), PAGE / 2);
  return copy;
}

/** An index that no call of the phone reads: the backup finds it. */
const damagedIndex = 'absenceByUser';

function withDamagedIndex({ folder, key }: Practice): string {
  const copy = copyOf(folder);
  const file = path.join(copy, 'store.db');
  const connection = connect(file, key);
  const root = connection.prepare<[string], number>('select rootpage from sqlite_schema where name = ?').pluck();
  const page = root.get(damagedIndex);
  connection.close();
  if (!page) throw new Error(`no index ${damagedIndex}`);
  flipBit(file, page * PAGE - 1000);
  return copy;
}

function withEmptyStick({ folder }: Practice): string {
  const copy = copyOf(folder);
  mkdirSync(stickOf(copy));
  return copy;
}

const shared = { folder: asItStands, before: passwords };

const isAside = stands(`place of ${inAside}`, 'aside');

const goingOn = { ...shared, goingOn: true, keeps: ['store.db', 'store.db-wal'], times: 2 };

const fromStick = { folder: (made: Practice) => withStick(newFolder(), made), takingOver: true };

export const tasks: Task[] = [
  { ...shared, name: 'save', times: 12, within: 900 },
  { ...shared, name: 'migrate', folder: ({ older }) => copyOf(older), times: 1, within: 200 },
  { ...shared, name: 'backUp', times: 3, within: 900 },
  { ...shared, name: 'restore', folder: damaged, restoring: true, keeps: ['store.db'], times: 1, within: 500 },
  { ...shared, name: 'changePassword', times: 3, within: 5000 },
  { ...shared, name: 'team', times: 2, within: 3000 },
  { ...shared, name: 'reset', times: 1, within: 2500 },
  { ...shared, name: 'renew', changesKey: true, times: 2, within: 2500 },
  { ...shared, name: 'mend', folder: withDamagedIndex, mending: true, times: 2, within: 900 },
  { ...shared, name: 'erase', folder: withOldContacts, times: 4, within: 700 },
  { ...shared, name: 'secondPlace', folder: (made) => withStick(copyOf(made.folder), made), times: 2, within: 1200 },
  { ...shared, name: 'firstSecondPlace', folder: withEmptyStick, times: 1, within: 900 },
  { ...shared, ...fromStick, name: 'takeOver', before: [], times: 2, within: 1500 },
  { ...shared, name: 'restoreOlder', times: 2, within: 1200 },
  { ...shared, name: 'putBack', folder: restored, before: [...passwords, isAside], times: 3, within: 1200 },
  {
    ...goingOn,
    name: 'goOn',
    folder: behind,
    before: [...passwords, stands(`contacts ${beforeCut}`, '1')],
    within: 2500,
  },
  { ...goingOn, name: 'goOnUnderEarlierKey', folder: underEarlierKey, changesKey: true, within: 2500 },
  {
    ...shared,
    name: 'renewBackups',
    folder: async (made) => withStick(await restored(made), made),
    before: [...passwords, stands('older copies', 'there')],
    removesBackups: true,
    times: 2,
    within: 4000,
  },
  { ...shared, name: 'setUp', changesKey: true, folder: newFolder, before: [], times: 1, within: 3500 },
];

/** Whatever it is busy with has long ended by then, on a busy computer too. */
const LONGEST_MILLISECONDS = 120_000;

export interface Run {
  folder: string;
  env?: NodeJS.ProcessEnv;
  /** In milliseconds; null lets it do what it does and end. */
  killAfter: number | null;
  /** What they are counted from: a busy computer takes seconds from the start to the first that is saved. */
  countedFrom?: 'start' | 'saved';
}

export interface Stopped {
  lines: Line[];
  errors: string;
  /** Null when it was killed. */
  code: number | null;
}

/** Runs a busy core until it is killed, or until it is done. */
export async function runCore(
  task: Task,
  { folder, env = {}, killAfter, countedFrom = 'start' }: Run,
): Promise<Stopped> {
  const { key, recoveryKey } = await practice();
  const { busyCore, worker } = await builtCore();
  const times = killAfter === null ? String(task.times) : '0';
  const told = [busyCore, task.name, folder, Buffer.from(key).toString('hex'), times, recoveryKey];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...told], {
    env: { ...process.env, RUGDEKKING_TEST_WORKER: worker, ...env },
  });
  let output = '';
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
  });
  const isCountedFrom = ({ at, key }: Line) =>
    countedFrom === 'start' ? key === 'started' : at === 'done' && key !== 'started';
  let kill: NodeJS.Timeout | null = null;
  child.stdout.on('data', (data) => {
    output += data;
    if (killAfter !== null && !kill && readLines(output).some(isCountedFrom))
      kill = setTimeout(() => child.kill('SIGKILL'), killAfter);
  });
  const hung = setTimeout(() => {
    errors += `it hung\n`;
    child.kill('SIGKILL');
  }, LONGEST_MILLISECONDS);
  const [code, signal] = await once(child, 'close');
  if (signal !== null) errors += signal;
  clearTimeout(hung);
  return { lines: [...task.before, ...readLines(output)], errors, code };
}
