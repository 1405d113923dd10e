import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect, migrate } from '../../src/main/core/store/open.ts';
import { apartOf } from '../support/options.ts';
import { aCaller } from '../support/samples.ts';
import { whileOpen } from './opened.ts';

export const firstPassword = 'kiezelstenen-zijn-grijs';
export const passwordOf = (nth: number): string => (nth === 0 ? firstPassword : `het-wachtwoord-van-ronde-${nth}`);
export const restoredName = 'store-20261120T090000Z.db';
export const inBackup = 'Zwaantje Regenkamp';
/** A contact in the store that a backup took the place of. */
export const inAside = 'Vlak voor het terugzetten';
export const olderCallers = '2000';
const olderVersion = 20;

/** In memory where the system has a place for that: what a disk would lose is worked out, not waited for. */
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export const newFolder = (): string => mkdtempSync(path.join(place, 'rugdekking-faults-'));

/** What is put into the computer beside a practice: its second place, or what another computer begins with. */
export const stickOf = (folder: string): string => `${folder}.stick`;
export const copiesOn = (stick: string): string => path.join(stick, 'Rugdekking back-ups');

export function remove(folder: string): void {
  for (const gone of [folder, apartOf(folder), stickOf(folder)]) rmSync(gone, { recursive: true, force: true });
}

/** Karin manages the practice, Anna answers its phones. */
export interface Practice {
  folder: string;
  /** The same practice with a store as an older version of the program left it. */
  older: string;
  key: Uint8Array;
  recoveryKey: string;
}

let made: Promise<Practice> | null = null;

/** A practice that is made once in a run; every round works on copies of it. */
export function practice(): Promise<Practice> {
  made ??= make();
  return made;
}

export async function forgetPractice(): Promise<void> {
  if (!made) return;
  const { folder, older } = await made;
  remove(folder);
  remove(older);
}

async function make(): Promise<Practice> {
  const folder = newFolder();
  const { key, recoveryKey } = await whileOpen(folder, async ({ client, session }) => {
    const form = { practiceName: 'Oefenpraktijk De Linde', managerName: 'Karin', language: 'nl' } as const;
    const { groups } = await client.setup.create({ ...form, password: firstPassword });
    await client.team.add({ name: 'Anna', role: 'receptionist', language: 'nl', password: firstPassword });
    await client.callers.create(aCaller({ displayName: inBackup }));
    const key = session.unlocked?.dataEncryptionKey.slice();
    if (!key) throw new Error('the practice was not made');
    return { key, recoveryKey: groups.join('') };
  });
  cpSync(path.join(folder, 'store.db'), path.join(folder, 'backups', restoredName));
  return { folder, older: makeOlder(folder, key), key, recoveryKey };
}

function makeOlder(folder: string, key: Uint8Array): string {
  const older = newFolder();
  mkdirSync(path.join(older, 'backups'));
  cpSync(path.join(folder, 'keys.json'), path.join(older, 'keys.json'));
  const newest = connect(path.join(folder, 'store.db'), key);
  const settings = newest.prepare<[], { key: string; value: string }>('select key, value from setting').all();
  newest.close();
  const store = connect(path.join(older, 'store.db'), key, { create: true });
  migrate(store, olderVersion);
  store.transaction(() => {
    store.exec(`insert into user (name, role, language, theme, createdAt) values
      ('Karin', 'manager', 'nl', 'system', 1), ('Anna', 'receptionist', 'nl', 'system', 1)`);
    for (const { key, value } of settings) store.prepare('insert or ignore into setting values (?, ?)').run(key, value);
    const add = store.prepare(
      'insert into caller (displayName, searchText, lastContactAt, createdAt) values (?, ?, 1, 1)',
    );
    for (let nth = 0; nth < Number(olderCallers); nth += 1) add.run(`Beller ${nth}`, `beller ${nth}`);
  })();
  store.close();
  return older;
}

export function copyOf(folder: string): string {
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true, filter: (name) => !path.basename(name).startsWith('in-use.lock') });
  return copy;
}

/** A folder with a backup and the keys of a practice on the stick beside it. */
export function withStick(folder: string, practice: Practice): string {
  const copies = copiesOn(stickOf(folder));
  mkdirSync(copies, { recursive: true });
  cpSync(path.join(practice.folder, 'keys.json'), path.join(copies, 'keys.json'));
  cpSync(path.join(practice.folder, 'backups', restoredName), path.join(copies, restoredName));
  return folder;
}

/** So long ago that nothing of it may stay. */
const LONG_AGO = Date.parse('2020-03-02T09:00:00Z');
const OLD_CONTACTS = 300;

/** A practice with contacts that are over their term. */
export function withOldContacts({ folder, key }: Practice): string {
  const copy = copyOf(folder);
  const store = connect(path.join(copy, 'store.db'), key);
  const add = store.prepare(
    "insert into contact (userId, channel, text, startedAt, savedAt) values (1, 'phone', ?, ?, ?)",
  );
  store.transaction(() => {
    for (let nth = 0; nth < OLD_CONTACTS; nth += 1) add.run(`Oud ${nth} `.repeat(30), LONG_AGO + nth, LONG_AGO + nth);
  })();
  store.close();
  return copy;
}

/** How much of those is left. */
export const oldContactsAre = (left: number): string | null => {
  if (left === 0) return 'gone';
  return left === OLD_CONTACTS ? null : 'half';
};

export const isOld = LONG_AGO + OLD_CONTACTS;

/** What a new computer is told to begin with. */
export const takenFrom = (folder: string) => ({
  folder: stickOf(folder),
  userId: 1,
  secret: firstPassword,
  name: restoredName,
});

/** Every file with its checksum; without the lock and the index of a write-ahead log, which hold nothing. */
export function checksums(folder: string): Record<string, string> {
  const names = globSync('**/*', { cwd: folder })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .filter((name) => !/in-use\.lock|-shm$/.test(name));
  return Object.fromEntries(names.sort().map((name) => [name, checksum(path.join(folder, name))]));
}

export function checksum(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
