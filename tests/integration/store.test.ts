import { mkdirSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { connect } from '../../src/main/core/store/open.ts';
import type { Problem } from '../../src/shared/contract/session.ts';
import { copyOf, filesIn, flipBit } from '../support/files.ts';
import { openTestCore, startOfTest, temporaryFolder } from '../support/practice.ts';
import { aCaller, aDraft } from '../support/samples.ts';
import { type PracticeCopy, passwords, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const PAGE = 4096;

function storeIn({ folder }: { folder: string }): string {
  return path.join(folder, 'store.db');
}

function headerOf(file: string): string {
  return readFileSync(file).subarray(0, 15).toString('latin1');
}

/** The code of the error that a call ends with, or `done`. */
async function outcomeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'done',
    (error) => error.code ?? String(error),
  );
}

describe('what lies on the disk', () => {
  test('is encrypted: the store, its log and a backup', async () => {
    const copy = await practice.open();
    await copy.workAs('karin');
    await copy.client.callers.create(aCaller());
    const { name } = await copy.client.backup.make();
    const backup = path.join(copy.folder, 'backups', name);
    for (const file of [storeIn(copy), backup]) {
      expect(headerOf(file)).not.toBe('SQLite format 3');
      expect(readFileSync(file).includes('CREATE TABLE')).toBe(false);
    }
    expect(readFileSync(`${storeIn(copy)}-wal`).length).toBeGreaterThan(PAGE);
  });

  test('opens with its own key only', () => {
    const { folder, dataEncryptionKey } = practice.copy();
    const wrong = dataEncryptionKey.slice();
    wrong[31] = (wrong[31] ?? 0) ^ 1;
    const before = filesIn(folder);
    expect(() => connect(storeIn({ folder }), wrong)).toThrow('file is not a database');
    expect(filesIn(folder)).toEqual(before);
  });
});

type Damage = (file: string, dataEncryptionKey: Uint8Array) => void;

const damages: [what: string, problem: Problem, damage: Damage][] = [
  ['emptied', 'damagedStore', (file) => writeFileSync(file, '')],
  ['cut off in its header', 'damagedStore', (file) => truncateSync(file, 100)],
  ['cut off after its first page', 'damagedStore', (file) => truncateSync(file, PAGE)],
  ['cut off halfway', 'damagedStore', (file) => truncateSync(file, Math.floor(statSync(file).size / 2 / PAGE) * PAGE)],
  ['damaged in its first byte', 'damagedStore', (file) => flipBit(file, 0)],
  ['damaged in its first page', 'damagedStore', (file) => flipBit(file, 3000)],
  ['damaged in its second page', 'damagedStore', (file) => flipBit(file, PAGE + 100)],
  ['overwritten', 'damagedStore', (file) => writeFileSync(file, 'boodschappen: melk, brood')],
  ['replaced by one that is not encrypted', 'damagedStore', replaceByPlainStore],
  ['deleted', 'missingStore', (file) => rmSync(file)],
  ['of a newer version', 'newerStore', (file, key) => setVersion(file, key, 99)],
];

function replaceByPlainStore(file: string): void {
  rmSync(file);
  const plain = connect(file, new Uint8Array(32), { create: true });
  plain.pragma('journal_mode = DELETE');
  plain.pragma("rekey = ''");
  plain.exec('create table setting (key text)');
  plain.pragma('user_version = 1');
  plain.close();
  expect(headerOf(file)).toBe('SQLite format 3');
}

function setVersion(file: string, dataEncryptionKey: Uint8Array, version: number): void {
  const connection = connect(file, dataEncryptionKey);
  connection.pragma(`user_version = ${version}`);
  connection.close();
}

describe('a store that cannot be opened says why and stays as it is', () => {
  test.each(damages)('%s: %s', async (_what, problem, damage) => {
    const files = practice.copy();
    damage(storeIn(files), files.dataEncryptionKey);
    const before = filesIn(files.folder);
    const { core, workAs, client } = await practice.open(files);
    await workAs('karin');
    const mayRestore = problem !== 'newerStore';
    expect(core.state()).toMatchObject({ kind: 'blocked', problem, mayRestore, dataFolder: files.folder });
    expect(filesIn(files.folder)).toEqual(before);
    await expect(client.callers.search({ query: 'Zwaantje' })).rejects.toMatchObject({ code: 'LOCKED' });
    await expect(client.setup.create(newPractice)).rejects.toMatchObject({ code: 'STORE_EXISTS' });
    await core.close();
    expect(filesIn(files.folder)).toEqual(before);
  });

  test.each([
    ['damaged in its first page', (file: string) => flipBit(file, 3000)],
    ['cut off', (file: string) => truncateSync(file, PAGE)],
  ])('also after a power cut, when it is %s and its log is not carried over yet', async (_what, damage) => {
    const open = await practice.open();
    await open.workAs('karin');
    await open.client.callers.create(aCaller());
    const folder = copyOf(open.folder);
    damage(storeIn({ folder }));
    const { 'store.db-shm': _index, ...before } = Object.fromEntries(filesIn(folder));
    expect(Object.keys(before)).toContain('store.db-wal');
    const damaged = await practice.open({ ...open, folder });
    await damaged.workAs('karin');
    expect(damaged.core.state()).toMatchObject({ kind: 'blocked', problem: 'damagedStore' });
    await damaged.core.close();
    expect(Object.fromEntries(filesIn(folder))).toMatchObject(before);
  });

  test('and the report to send for help names nobody and no place', async () => {
    const files = practice.copy();
    flipBit(storeIn(files), 3000);
    const { core, workAs } = await practice.open(files);
    await workAs('karin');
    const state = core.state();
    expect(state.kind === 'blocked' && state.report).toMatch(
      /^Rugdekking 0\.0\.0-test · \w+ \w+ · damagedStore · SQLITE_NOTADB$/,
    );
  });

  test('a power cut alone loses nothing', async () => {
    const open = await practice.open();
    await open.workAs('karin');
    const { callerId } = await open.client.callers.create(aCaller());
    const after = await practice.open({ ...open, folder: copyOf(open.folder) });
    await after.workAs('anna');
    expect((await after.client.callers.card({ callerId })).details.displayName).toBe('Zwaantje Regenkamp');
  });
});

const newPractice = {
  practiceName: 'Een andere praktijk',
  managerName: 'Iemand anders',
  password: 'een-heel-ander-wachtwoord',
  language: 'nl' as const,
};

/** Damages the page that was written last, which holds rows of a table; a backup makes its own indexes anew. */
function damageRows(file: string): void {
  flipBit(file, statSync(file).size - PAGE / 2);
}

describe('damage that is only found when a page is read', () => {
  const questions = ({ client }: PracticeCopy) => [
    () => client.callers.search({ query: 'Zwaantje' }),
    () => client.callers.card({ callerId: 1 }),
    () => client.contacts.drafts(),
    () => client.phrases.list(),
    () => client.distress.directory(),
    () => client.review.day({ date: null }),
    () => client.audit.verify(),
    () => client.contacts.saveDraft(aDraft()),
    () => client.contacts.save(aDraft({ callerId: 1 })),
  ];

  test('blocks the app with a clear problem, wherever the page is', async () => {
    const whole = await practice.open();
    await whole.workAs('karin');
    const { callerId } = await whole.client.callers.create(aCaller());
    await whole.client.contacts.save(aDraft({ callerId }));
    await whole.core.close();
    const pages = statSync(storeIn(whole)).size / PAGE;
    let found = 0;
    for (let page = 2; page < pages; page += 5) {
      const files = { ...whole, folder: copyOf(whole.folder) };
      flipBit(storeIn(files), page * PAGE + 1234);
      const damaged = await practice.open(files);
      await damaged.workAs('karin');
      for (const ask of questions(damaged)) {
        const before = damaged.core.state().kind;
        const outcome = await outcomeOf(ask());
        const { kind } = damaged.core.state();
        if (kind === 'unlocked') expect([page, outcome]).toEqual([page, 'done']);
        else expect([page, before, outcome]).toEqual([page, before, 'LOCKED']);
      }
      const state = damaged.core.state();
      if (state.kind === 'blocked') {
        found += 1;
        expect(state).toMatchObject({ problem: 'damagedStore', mayRestore: true });
      }
    }
    expect(found).toBeGreaterThan(2);
  });

  test('is found by the backup of the day at the latest, and gives no backup', async () => {
    const files = practice.copy();
    damageRows(storeIn(files));
    const { client, core } = await practice.open(files);
    await client.session.unlock({ userId: files.userIds.karin, password: passwords.karin });
    await expect.poll(() => core.state(), { timeout: 15_000 }).toMatchObject({ kind: 'blocked', mayRestore: true });
    expect([...filesIn(path.join(files.folder, 'backups')).keys()].filter((name) => name.endsWith('.db'))).toEqual([]);
    await expect(client.backup.recoverable()).resolves.toEqual([]);
  });
});

describe('a disk without room', () => {
  test('loses nothing that was saved, says that the next was not, and lets the app be locked', async () => {
    const open = await practice.open();
    await open.workAs('anna');
    const kept = aDraft({ text: 'De recepten liggen klaar.' });
    await open.client.contacts.saveDraft(kept);
    open.core.context.core.session.unlocked?.connection.pragma('max_page_count = 1');
    const large = aDraft({ text: 'heel veel tekst '.repeat(1000) });
    await expect(open.client.contacts.saveDraft(large)).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    expect(await open.client.contacts.drafts()).toEqual([kept]);
    await open.core.lock();
    expect(open.core.state().kind).toBe('locked');
    await open.workAs('anna');
    expect(await open.client.contacts.drafts()).toEqual([kept]);
  });
});

describe('the key file', () => {
  const damaged: [what: string, damage: (content: string) => string][] = [
    ['empty', () => ''],
    ['cut off', (content) => content.slice(0, 700)],
    ['not what it should be', () => '{"version":1}'],
    ['of another version', (content) => content.replace('"version": 1', '"version": 2')],
  ];

  test.each(damaged)('that is %s blocks the start and stays as it is', async (_what, damage) => {
    const { folder } = practice.copy();
    const file = path.join(folder, 'keys.json');
    writeFileSync(file, damage(readFileSync(file, 'utf8')));
    const before = filesIn(folder);
    const { core, client } = await openTestCore(folder);
    expect(core.state()).toMatchObject({ kind: 'blocked', problem: 'damagedKeys', mayRestore: false });
    await expect(client.setup.create(newPractice)).rejects.toMatchObject({ code: 'STORE_EXISTS' });
    await client.session.retry();
    expect(core.state()).toMatchObject({ kind: 'blocked', problem: 'damagedKeys' });
    await core.close();
    expect(filesIn(folder)).toEqual(before);
  });

  const unusable: [what: string, pattern: RegExp, by: string, outcome: string][] = [
    ['a check value of another key', /"check": "..../, '"check": "AAAA', 'LOCKED'],
    ['a check value that is too short', /"check": "[^"]+"/, '"check": "AAAA"', 'LOCKED'],
    ['a salt that is none', /"salt": "[^"]+"/, '"salt": "AAAA"', 'LOCKED'],
    ['a wrapped key that was changed', /"ciphertext": "..../, '"ciphertext": "AAAA', 'WRONG_PASSWORD'],
  ];

  test.each(unusable)('with %s opens nothing', async (_what, pattern, by, outcome) => {
    const { folder, userIds } = practice.copy();
    const file = path.join(folder, 'keys.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(pattern, by));
    const before = readFileSync(storeIn({ folder }));
    const { core, client } = await openTestCore(folder);
    const unlocking = client.session.unlock({ userId: userIds.karin, password: passwords.karin });
    await expect(unlocking).rejects.toMatchObject({ code: outcome });
    expect(core.state()).toMatchObject(
      outcome === 'LOCKED' ? { kind: 'blocked', problem: 'damagedKeys' } : { kind: 'locked' },
    );
    expect(readFileSync(storeIn({ folder }))).toEqual(before);
  });

  test.each([
    ['a store', (_folder: string) => undefined],
    ['only a backup', (folder: string) => renameSync(storeIn({ folder }), backupIn(folder))],
  ])(
    'that is missing beside %s blocks the start; no new key is made, and putting it back is enough',
    async (_what, arrange) => {
      const { folder } = practice.copy();
      arrange(folder);
      const file = path.join(folder, 'keys.json');
      const content = readFileSync(file);
      rmSync(file);
      const before = filesIn(folder);
      const { core, client } = await openTestCore(folder);
      expect(core.state()).toMatchObject({ kind: 'blocked', problem: 'missingKeys' });
      await expect(client.setup.create(newPractice)).rejects.toMatchObject({ code: 'STORE_EXISTS' });
      expect(filesIn(folder)).toEqual(before);
      writeFileSync(file, content);
      await client.session.retry();
      expect(core.state()).toMatchObject({ kind: 'locked', users: [{ name: 'Karin' }, {}, {}] });
    },
  );
});

function backupIn(folder: string): string {
  return path.join(folder, 'backups', 'store-20261120T090000Z.db');
}

describe('a folder', () => {
  test('that another program works in is left alone, and that one goes on', async () => {
    const first = await practice.open();
    await first.workAs('anna');
    const before = filesIn(first.folder);
    const second = await openTestCore(first.folder);
    expect(second.core.state()).toMatchObject({ kind: 'blocked', problem: 'folderInUse', mayRestore: false });
    expect(filesIn(first.folder)).toEqual(before);
    await first.client.contacts.saveDraft(aDraft());
    await second.client.session.retry();
    expect(second.core.state()).toMatchObject({ problem: 'folderInUse' });
    await first.client.contacts.save(aDraft());
    await first.core.close();
    await second.client.session.retry();
    expect(second.core.state()).toMatchObject({ kind: 'locked' });
  });

  test('that cannot be made is said to be unwritable', async () => {
    const parent = path.join(temporaryFolder(), 'notes.txt');
    writeFileSync(parent, 'not a folder');
    const { core, client } = await openTestCore(path.join(parent, 'practice'));
    expect(core.state()).toMatchObject({ kind: 'blocked', problem: 'folderUnwritable' });
    await expect(client.setup.create(newPractice)).rejects.toMatchObject({ code: 'STORE_EXISTS' });
    expect(readFileSync(parent, 'utf8')).toBe('not a folder');
  });

  test('whose lock cannot be made is too, and nothing in it changes', async () => {
    const { folder } = practice.copy();
    rmSync(path.join(folder, 'in-use.lock'));
    mkdirSync(path.join(folder, 'in-use.lock'));
    const before = filesIn(folder);
    const { core } = await openTestCore(folder);
    expect(core.state()).toMatchObject({ kind: 'blocked', problem: 'folderUnwritable' });
    expect(filesIn(folder)).toEqual(before);
  });
});

describe('putting a backup back', () => {
  /** A practice with a caller in a backup, another one that came later, and a store that was damaged then. */
  async function damagedAfterBackup() {
    const whole = await practice.open();
    await whole.workAs('karin');
    await whole.client.callers.create(aCaller({ displayName: 'Zwaantje Regenkamp' }));
    const backup = await whole.client.backup.make();
    await whole.client.callers.create(aCaller({ displayName: 'Later Gekomen' }));
    await whole.core.close();
    flipBit(storeIn(whole), 3000);
    const damaged = await practice.open(whole, { now: startOfTest + 60_000 });
    return { ...damaged, backup };
  }

  async function namesIn({ client }: PracticeCopy): Promise<string[]> {
    const [zwaantje, later] = [
      await client.callers.search({ query: 'Zwaan' }),
      await client.callers.search({ query: 'Later' }),
    ];
    return [...zwaantje, ...later].map(({ displayName }) => displayName);
  }

  test('gives what was in it, and keeps the damaged store beside it', async () => {
    const damaged = await damagedAfterBackup();
    const { client, core, folder, backup } = damaged;
    const before = filesIn(folder);
    await expect(client.backup.recoverable()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await damaged.workAs('karin');
    expect(await client.backup.recoverable()).toEqual([backup]);
    await client.backup.restore({ name: backup.name });
    expect(core.state()).toMatchObject({ kind: 'locked' });
    await expect(client.backup.restore({ name: backup.name })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await damaged.workAs('karin');
    expect(await namesIn(damaged)).toEqual(['Zwaantje Regenkamp']);
    expect(await client.audit.verify()).toMatchObject({ brokenAt: null });
    const log = await client.audit.list({ before: null, limit: 2 });
    expect(log).toMatchObject([{ action: 'session.unlock' }, { action: 'backup.restore', subject: backup.name }]);
    await core.close();
    const after = filesIn(folder);
    expect(after.get('store.db-before-restore-20261121T090100Z')).toEqual(before.get('store.db'));
    expect(after.get(`backups/${backup.name}`)).toEqual(before.get(`backups/${backup.name}`));
    expect(after.get('keys.json')).toBeDefined();
  });

  test('that is damaged too replaces nothing; another can still be chosen', async () => {
    const damaged = await damagedAfterBackup();
    const { client, folder, backup } = damaged;
    const good = path.join(folder, 'backups', backup.name);
    const bad = ['store-20261119T090000Z.db', 'store-20261118T090000Z.db', 'store-20261117T090000Z.db'] as const;
    for (const name of bad) writeFileSync(path.join(folder, 'backups', name), readFileSync(good));
    flipBit(path.join(folder, 'backups', bad[0]), 100);
    flipBit(path.join(folder, 'backups', bad[1]), statSync(good).size / 2);
    writeFileSync(path.join(folder, 'backups', bad[2]), '');
    await damaged.workAs('anna');
    const before = filesIn(folder);
    for (const name of bad) {
      await expect(client.backup.restore({ name })).rejects.toMatchObject({ code: 'DAMAGED_BACKUP', defined: true });
    }
    for (const name of ['../store.db', 'store.db', '../keys.json', 'store-20200101T000000Z.db']) {
      await expect(client.backup.restore({ name })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(filesIn(folder)).toEqual(before);
    await client.backup.restore({ name: backup.name });
    await damaged.workAs('anna');
    expect(await namesIn(damaged)).toEqual(['Zwaantje Regenkamp']);
  });

  test('keeps every store that stood there, also twice in one second', async () => {
    const damaged = await damagedAfterBackup();
    const { client, core, folder, backup } = damaged;
    for (let nth = 0; nth < 2; nth += 1) {
      await damaged.workAs('karin');
      await client.backup.restore({ name: backup.name });
      flipBit(storeIn(damaged), 3000);
    }
    await core.close();
    const kept = [...filesIn(folder).keys()].filter((name) => name.includes('before-restore'));
    expect(kept).toEqual(['store.db-before-restore-20261121T090100Z', 'store.db-before-restore-20261121T090100Z-2']);
  });

  test('also helps when the store is gone', async () => {
    const damaged = await damagedAfterBackup();
    rmSync(storeIn(damaged));
    await damaged.workAs('anna');
    await damaged.client.backup.restore({ name: damaged.backup.name });
    await damaged.workAs('anna');
    expect(await namesIn(damaged)).toEqual(['Zwaantje Regenkamp']);
  });

  test('a worker who came after it does not share an id with the next one', async () => {
    const whole = await practice.open();
    await whole.workAs('karin');
    const backup = await whole.client.backup.make();
    const someone = { role: 'receptionist', language: 'nl' } as const;
    const gone = await whole.client.team.add({ ...someone, name: 'Cato', password: 'wachtwoord-van-cato' });
    await whole.core.close();
    rmSync(storeIn(whole));
    const restored = await practice.open(whole);
    await restored.workAs('karin');
    await restored.client.backup.restore({ name: backup.name });
    await restored.workAs('karin');
    const added = await restored.client.team.add({ ...someone, name: 'Dirk', password: 'wachtwoord-van-dirk' });
    expect(added.userId).toBe(gone.userId);
    await restored.core.lock();
    const asCato = restored.client.session.unlock({ userId: gone.userId, password: 'wachtwoord-van-cato' });
    await expect(asCato).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
  });
});

describe('backups', () => {
  test('make room once a day: the newest of each of ten days stays, and leftovers of one that was cut short go', async () => {
    const files = practice.copy();
    const backups = path.join(files.folder, 'backups');
    const whole = readFileSync(storeIn(files));
    const names = Array.from(
      { length: 12 },
      (_, index) => `store-202611${String(index + 7).padStart(2, '0')}T080000Z.db`,
    );
    for (const name of [
      ...names,
      'store-20261118T070000Z.db',
      'store-20261101T080000Z.db.unfinished',
      'vakantie.jpg',
    ]) {
      writeFileSync(path.join(backups, name), whole);
    }
    const { client, clock } = await practice.open(files);
    clock.now = startOfTest;
    await client.session.unlock({ userId: files.userIds.anna, password: passwords.anna });
    const expected = [...names.slice(-9), 'store-20261121T090000Z.db', 'vakantie.jpg'];
    await expect.poll(() => [...filesIn(backups).keys()], { timeout: 15_000 }).toEqual(expected);
  });

  test('that fails removes none', async () => {
    const files = practice.copy();
    const backups = path.join(files.folder, 'backups');
    const old = Array.from({ length: 12 }, (_, index) => `store-202610${String(index + 10)}T080000Z.db`);
    for (const name of old) writeFileSync(path.join(backups, name), 'as it was');
    damageRows(storeIn(files));
    const { client, core } = await practice.open(files);
    await client.session.unlock({ userId: files.userIds.anna, password: passwords.anna });
    await expect.poll(() => core.state().kind, { timeout: 15_000 }).toBe('blocked');
    expect([...filesIn(backups).keys()].filter((name) => name.endsWith('.db'))).toEqual(old);
  });
});

describe('a set-up that was cut short', () => {
  test('before the keys were written starts anew', async () => {
    const template = practice.copy();
    const folder = temporaryFolder();
    renameSync(storeIn(template), path.join(folder, 'store.db.unfinished'));
    const { core, client } = await openTestCore(folder);
    expect(core.state()).toMatchObject({ kind: 'new' });
    await client.setup.create(newPractice);
    expect(core.state()).toMatchObject({ kind: 'unlocked', practiceName: newPractice.practiceName });
    expect([...filesIn(folder).keys()]).not.toContain('store.db.unfinished');
  });

  test('after the keys were written finishes by itself', async () => {
    const files = practice.copy();
    renameSync(storeIn(files), path.join(files.folder, 'store.db.unfinished'));
    const { core, workAs } = await practice.open(files);
    expect(core.state()).toMatchObject({ kind: 'locked' });
    await workAs('karin');
    expect(core.state()).toMatchObject({ kind: 'unlocked', user: { name: 'Karin' } });
  });

  test('by a second one at the same moment leaves one practice, which its own password opens', async () => {
    const { client, core } = await openTestCore();
    const both = [newPractice, { ...newPractice, managerName: 'De tweede', password: 'het-tweede-wachtwoord' }];
    const outcomes = await Promise.all(both.map((form) => outcomeOf(client.setup.create(form))));
    expect(outcomes.sort()).toEqual(['STORE_EXISTS', 'done']);
    const state = core.state();
    const winner = both.find(({ managerName }) => state.kind === 'unlocked' && managerName === state.user.name);
    await core.lock();
    await client.session.unlock({ userId: 1, password: winner?.password ?? '' });
    expect(core.state()).toMatchObject({ kind: 'unlocked' });
  });
});
