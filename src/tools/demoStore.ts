import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { generatePractice } from '../main/core/demo/generate.ts';
import { demoMaterial } from '../main/core/demo/material.ts';
import { createStore } from '../main/core/features/setup/createStore.ts';
import { renameDurably } from '../main/core/store/durably.ts';
import { type DataFolder, dataFolderAt, hasStore, holdFolder } from '../main/core/store/folder.ts';
import { keyCheck, neverRenewed, noFailures, writeKeyFile } from '../main/core/store/keyFile.ts';
import { wrapKey } from '../main/core/store/keyWrapping.ts';
import { closeStore, openStore, type SqliteConnection } from '../main/core/store/open.ts';
import { newRecoveryKeyGroups, normalizeRecoveryKey } from '../main/core/store/recoveryKey.ts';

/** Over how many days, up to now, the contacts are spread. */
const DAYS = 730;
const KEY_BYTES = 32;
const TIME_ZONE = 'Europe/Amsterdam';
/** Large enough for the indexes of a million contacts, which are filled out of order. */
const CACHE_KIBIBYTES = 524_288;

/** No secret: it opens nothing but invented people. */
export const demoPassword = 'iedereen-hier-is-verzonnen';

export interface DemoStoreSize {
  people: number;
  contacts: number;
  incidents: number;
  seed: number;
  /** The instant up to which the practice has been at work. */
  now: number;
}

export interface DemoStore {
  users: string[];
  manager: string;
  password: string;
  recoveryKey: string;
  people: number;
  contacts: number;
  incidents: number;
}

/** There is a practice in the folder; nothing of it was touched. */
export class FolderTaken extends Error {}

const material = demoMaterial.nl;
const manager = material.workers.find(({ role }) => role === 'manager');
const managerName = manager?.name ?? '';
const receptionists = material.workers.filter(({ role }) => role === 'receptionist');

interface Team {
  managerId: number;
  receptionistIds: number[];
}

function addTeam(connection: SqliteConnection, managerId: number, now: number): Team {
  connection
    .prepare('update user set function = ?, department = ? where id = ?')
    .run(manager?.function ?? '', manager?.department ?? '', managerId);
  const insert = connection.prepare(
    `insert into user (name, role, language, theme, active, createdAt, function, department)
      values (?, 'receptionist', 'nl', 'system', 1, ?, ?, ?)`,
  );
  const add = (worker: (typeof receptionists)[number]) =>
    Number(insert.run(worker.name, now, worker.function, worker.department).lastInsertRowid);
  const receptionistIds = receptionists.map(add);
  for (const kind of ['function', 'department'])
    connection.exec(
      `insert into teamGroup (kind, name) select distinct '${kind}', ${kind} from user where ${kind} <> ''`,
    );
  return { managerId, receptionistIds };
}

/**
 * Fills the unfinished store. Nobody waits for its single steps to be on disk: a store that was cut short never
 * gets its name, and the whole is written through at the end.
 */
function fill(connection: SqliteConnection, size: DemoStoreSize, managerId: number): Team {
  connection.pragma('synchronous = OFF');
  connection.pragma(`cache_size = -${CACHE_KIBIBYTES}`);
  const team = addTeam(connection, managerId, size.now);
  const { receptionistIds } = team;
  generatePractice(connection, {
    ...size,
    days: DAYS,
    timeZone: TIME_ZONE,
    workerIds: receptionistIds,
    managerId,
    leadId: managerId,
    demo: 0,
    material,
  });
  connection.pragma('synchronous = FULL');
  connection.pragma('wal_checkpoint(TRUNCATE)');
  return team;
}

/** One key for every worker and one for the recovery key, as a set-up and the team page make them. */
async function writeKeys(dataFolder: DataFolder, dataEncryptionKey: Uint8Array, team: Team): Promise<string> {
  const recoveryKey = newRecoveryKeyGroups().join('-');
  const names: [number, string][] = [
    [team.managerId, managerName],
    ...team.receptionistIds.map((id, index): [number, string] => [id, receptionists[index]?.name ?? '']),
  ];
  writeKeyFile(dataFolder, {
    version: 2,
    revision: 0,
    check: keyCheck(dataEncryptionKey),
    language: 'nl',
    lastUserId: team.managerId,
    users: await Promise.all(
      names.map(async ([id, name]) => ({
        id,
        name,
        key: await wrapKey(demoPassword, dataEncryptionKey),
        failures: noFailures,
      })),
    ),
    recovery: {
      key: await wrapKey(normalizeRecoveryKey(recoveryKey), dataEncryptionKey),
      confirmed: true,
      failures: noFailures,
    },
    earlier: [],
    renewal: neverRenewed,
  });
  return recoveryKey;
}

function count(connection: SqliteConnection, table: 'caller' | 'contact' | 'incident'): number {
  return Number(connection.prepare(`select count(*) from ${table}`).pluck().get());
}

function removeUnfinished({ unfinished }: DataFolder): void {
  for (const rest of ['', '-wal', '-shm']) rmSync(`${unfinished}${rest}`, { force: true });
}

async function makeUnfinished(dataFolder: DataFolder, dataEncryptionKey: Uint8Array, size: DemoStoreSize) {
  const form = { practiceName: material.practiceName, managerName, password: demoPassword, language: 'nl' } as const;
  try {
    const managerId = await createStore(dataFolder.unfinished, dataEncryptionKey, form, size.now);
    const connection = openStore(dataFolder.unfinished, dataEncryptionKey);
    const team = fill(connection, size, managerId);
    closeStore(connection);
    return team;
  } catch (error) {
    removeUnfinished(dataFolder);
    throw error;
  }
}

function countStore(file: string, dataEncryptionKey: Uint8Array) {
  const connection = openStore(file, dataEncryptionKey);
  try {
    return {
      people: count(connection, 'caller'),
      contacts: count(connection, 'contact'),
      incidents: count(connection, 'incident'),
    };
  } finally {
    closeStore(connection);
  }
}

/**
 * Makes the store of an invented practice in a folder that holds none yet, the way a set-up makes one.
 * The content is the same for the same size, seed and time; the keys are new each time.
 * @throws FolderTaken when there is a practice already, StoreProblem when the folder cannot be used
 */
export async function makeDemoStore(
  folder: string,
  size: DemoStoreSize,
  onStep: (step: 'writing' | 'locking' | 'counting') => void = () => {},
): Promise<DemoStore> {
  const dataFolder = dataFolderAt(folder);
  const release = holdFolder(dataFolder);
  try {
    if (hasStore(dataFolder) || existsSync(dataFolder.keys)) throw new FolderTaken(folder);
    const dataEncryptionKey = new Uint8Array(randomBytes(KEY_BYTES));
    onStep('writing');
    const team = await makeUnfinished(dataFolder, dataEncryptionKey, size);
    onStep('locking');
    const recoveryKey = await writeKeys(dataFolder, dataEncryptionKey, team);
    renameDurably(dataFolder.unfinished, dataFolder.store);
    onStep('counting');
    return {
      users: [managerName, ...receptionists.map(({ name }) => name)],
      manager: managerName,
      password: demoPassword,
      recoveryKey,
      ...countStore(dataFolder.store, dataEncryptionKey),
    };
  } finally {
    release();
  }
}
