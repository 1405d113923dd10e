import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn } from '../support/files.ts';
import { rewriteKeys } from '../support/keyFiles.ts';
import { openTestCore, temporaryFolder } from '../support/practice.ts';
import { aDraft } from '../support/samples.ts';
import { backupIn, newPractice, outcomeOf, storeIn } from '../support/storeFiles.ts';
import { passwords, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();

describe('the key file', () => {
  const damaged: [what: string, damage: (content: string) => string][] = [
    ['empty', () => ''],
    ['cut off', (content) => content.slice(0, 700)],
    ['not what it should be', () => '{"version":1}'],
    ['of another version', (content) => content.replace('"version": 2', '"version": 3')],
  ];

  test.each(damaged)('that is %s blocks the start and stays as it is', async (_what, damage) => {
    const { folder } = practice.copy();
    const file = path.join(folder, 'keys.json');
    rewriteKeys(file, damage);
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
    ['a salt that is none', /"salt": "[^"]+"/, '"salt": "AAAA"', 'DAMAGED_KEY'],
    ['a wrapped key that was changed', /"ciphertext": "..../, '"ciphertext": "AAAA', 'DAMAGED_KEY'],
  ];

  test.each(unusable)('with %s opens nothing', async (_what, pattern, by, outcome) => {
    const { folder, userIds } = practice.copy();
    const file = path.join(folder, 'keys.json');
    rewriteKeys(file, (content) => content.replace(pattern, by));
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

  test.runIf(process.platform === 'linux')('is made for its owner alone, and so is the key file', async () => {
    const forOthers = (...names: string[]) => statSync(path.join(...names)).mode & 0o077;
    const { folder } = await openTestCore(path.join(temporaryFolder(), 'data'));
    expect([forOthers(folder), forOthers(folder, 'backups')]).toEqual([0, 0]);

    const copy = practice.copy();
    chmodSync(path.join(copy.folder, 'keys.json'), 0o644);
    const { client, workAs } = await practice.open(copy);
    await workAs('anna');
    await client.session.setPreferences({ language: 'en' });
    expect(forOthers(copy.folder, 'keys.json')).toBe(0);
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
