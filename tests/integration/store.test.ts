import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { connect } from '../../src/main/core/store/open.ts';
import type { Problem } from '../../src/shared/contract/session.ts';
import { copyOf, filesIn, flipBit } from '../support/files.ts';
import { aCaller, aDraft } from '../support/samples.ts';
import { damageRows, headerOf, newPractice, outcomeOf, PAGE, storeIn } from '../support/storeFiles.ts';
import { type PracticeCopy, passwords, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();

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
  ['damaged in its first page', 'damagedStore', (file) => flipBit(file, PAGE / 2)],
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
    ['damaged in its first page', (file: string) => flipBit(file, PAGE / 2)],
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
    flipBit(storeIn(files), PAGE / 2);
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
    for (let page = 2; page < pages; page += 10) {
      const files = { ...whole, folder: copyOf(whole.folder) };
      flipBit(storeIn(files), page * PAGE + 234);
      const damaged = await practice.open(files);
      await damaged.workAs('karin');
      for (const ask of questions(damaged)) {
        const before = damaged.core.state().kind;
        const outcome = await outcomeOf(ask());
        const { kind } = damaged.core.state();
        if (kind === 'unlocked') expect([page, outcome]).toEqual([page, 'done']);
        else expect([page, before, outcome]).toEqual([page, before, 'LOCKED']);
      }
      if (damaged.core.state().kind !== 'blocked') continue;
      found += 1;
      // Where only an index was damaged, the app has mended it and is open again.
      await damaged.core.context.core.session.workUnderWay.get('backup')?.done;
      await expect
        .poll(() => damaged.core.state())
        .toSatisfy(
          (state) =>
            state.kind === 'unlocked' || (state.problem === 'damagedStore' && state.mayRestore && !state.isMending),
        );
    }
    expect(found).toBeGreaterThan(2);
  });

  test('is found by the backup of the day at the latest, and gives no backup', async () => {
    const files = practice.copy();
    damageRows(storeIn(files), files.dataEncryptionKey);
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
    await expect(open.client.contacts.saveDraft(large)).rejects.toMatchObject({ code: 'UNWRITABLE' });
    expect(await open.client.contacts.drafts()).toEqual([kept]);
    await open.core.lock();
    expect(open.core.state().kind).toBe('locked');
    await open.workAs('anna');
    expect(await open.client.contacts.drafts()).toEqual([kept]);
  });
});
