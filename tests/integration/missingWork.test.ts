import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checksums } from '../faults/practice.ts';
import { apartOf } from '../support/options.ts';
import { managerPassword, openTestCore, temporaryFolder } from '../support/practice.ts';
import { aCaller, aDraft } from '../support/samples.ts';
import { remakeWithPages, storeIn } from '../support/storeFiles.ts';
import { type PracticeCopy, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();

/** The folder as a killed program leaves it: what was written stands there, nothing was closed. */
function killed(opened: PracticeCopy): PracticeCopy {
  const folder = temporaryFolder();
  cpSync(opened.folder, folder, { recursive: true, filter: (name) => !/in-use\.lock|-shm$/.test(name) });
  return { ...opened, folder };
}

async function atWork(): Promise<PracticeCopy> {
  const opened = await practice.open();
  await opened.workAs('anna');
  await opened.client.contacts.save(aDraft({ text: 'Vlak voor de stroom uitviel' }));
  return opened;
}

const inFolder = ({ folder }: PracticeCopy, name: string) => path.join(folder, name);

describe('after a program that was killed', () => {
  test('what was saved is there, and nobody is told otherwise', async () => {
    const opened = await atWork();
    const after = await practice.open(killed(opened), opened.clock);
    await after.workAs('anna');
    expect(await after.client.contacts.today()).toMatchObject({ contacts: 1 });
    // And once more, in the middle of the work that follows.
    await after.client.contacts.save(aDraft({ text: 'Daarna' }));
    const again = await practice.open(killed(after), opened.clock);
    await again.workAs('anna');
    expect(again.core.state().kind).toBe('unlocked');
  });

  const losses: [what: string, lose: (files: PracticeCopy) => void][] = [
    ['taken away', (files) => rmSync(inFolder(files, 'store.db-wal'))],
    ['cut short', (files) => truncateSync(inFolder(files, 'store.db-wal'), 4000)],
  ];

  test.each(losses)('a log that is %s is told of, changes nothing, and can be gone on from', async (_what, lose) => {
    const opened = await atWork();
    const files = killed(opened);
    lose(files);
    const before = checksums(files.folder);
    const { core, client, workAs } = await practice.open(files, opened.clock);
    await workAs('anna');
    expect(core.state()).toMatchObject({ kind: 'blocked', problem: 'missingWork', mayRestore: true, mayGoOn: true });
    expect(checksums(files.folder)).toEqual(before);
    await client.session.retry();
    await workAs('karin');
    expect(core.state()).toMatchObject({ kind: 'blocked', problem: 'missingWork' });

    await client.session.goOn();
    expect(core.state()).toMatchObject({ kind: 'unlocked', user: { name: 'Karin' } });
    const after = checksums(files.folder);
    expect(after['store.db-before-going-on-20261121T090000Z']).toBe(before['store.db']);
    expect(await client.audit.verify()).toMatchObject({ brokenAt: null, shorter: [opened.clock.now] });
    await core.lock();
    await workAs('anna');
    expect(core.state().kind).toBe('unlocked');
  });
});

test('a store from before the last carrying over, beside the log of now, is told of', async () => {
  const opened = await practice.open();
  const { client, folder, workAs, core } = opened;
  const older = path.join(temporaryFolder(), 'store.db');
  copyFileSync(path.join(folder, 'store.db'), older);
  await workAs('anna');
  await client.callers.create(aCaller());
  await core.lock();
  await workAs('anna');
  const files = killed(opened);
  copyFileSync(older, inFolder(files, 'store.db'));
  const after = await practice.open(files, opened.clock);
  await after.workAs('anna');
  expect(after.core.state()).toMatchObject({ kind: 'blocked', problem: 'missingWork' });
});

test('a log from before beside the store of now is left aside by who goes on, where it would make that a damaged one', async () => {
  const opened = await practice.open();
  const { client, workAs, core } = opened;
  const work = async (name: string) => {
    await workAs('anna');
    for (let nth = 0; nth < 25; nth += 1) {
      await client.callers.create(aCaller({ displayName: `${name} Nummer${nth}`, remark: name.repeat(60) }));
    }
  };
  await work('Eerste');
  const older = killed(opened);
  await work('Tweede');
  await core.lock();
  await workAs('anna');
  await client.contacts.save(aDraft());
  const files = killed(opened);
  copyFileSync(inFolder(older, 'store.db-wal'), inFolder(files, 'store.db-wal'));
  const found = checksums(files.folder);
  const after = await practice.open(files, opened.clock);
  await after.workAs('karin');
  expect(after.core.state()).toMatchObject({ kind: 'blocked', problem: 'missingWork', mayGoOn: true });
  await after.client.session.goOn();
  expect(after.core.state()).toMatchObject({ kind: 'unlocked' });
  const { connection } = after.core.context.core.session.unlocked ?? {};
  expect(connection?.pragma('integrity_check', { simple: true })).toBe('ok');
  const kept = Object.values(checksums(files.folder));
  for (const name of ['store.db', 'store.db-wal']) expect(kept).toContain(found[name]);
});

test('a note that cannot be read says nothing is missing', async () => {
  const opened = await atWork();
  const files = killed(opened);
  const note = readFileSync(inFolder(files, 'written.json'), 'utf8');
  writeFileSync(inFolder(files, 'written.json'), note.replace(/"frames":\d/, '"frames":9'));
  rmSync(inFolder(files, 'store.db-shm'), { force: true });
  const after = await practice.open(files, opened.clock);
  await after.workAs('anna');
  expect(after.core.state().kind).toBe('unlocked');
});

describe('a key file from before', () => {
  test('is told of while the store knows of a newer one, and can be gone on with', async () => {
    const opened = await practice.open();
    const { client, core, folder, workAs, userIds } = opened;
    const keys = path.join(folder, 'keys.json');
    const older = readFileSync(keys);
    await workAs('karin');
    await client.team.remove({ userId: userIds.bram });
    await core.lock();
    writeFileSync(keys, older);
    rmSync(path.join(folder, 'written.json'));
    await client.session.retry();
    const before = checksums(folder);
    const again = await practice.open(killed(opened), opened.clock);
    await again.workAs('karin');
    expect(again.core.state()).toMatchObject({ kind: 'blocked', problem: 'olderKeys', mayGoOn: true });
    expect(again.core.state()).toMatchObject({ mayRestore: false });
    expect(checksums(again.folder)).toEqual(before);

    await again.client.session.goOn();
    const [unlock, goneOn] = await again.client.audit.list({ before: null, limit: 2 });
    expect([goneOn?.action, unlock?.action]).toEqual(['keys.older', 'session.unlock']);
    await again.core.lock();
    await again.workAs('karin');
    expect(again.core.state().kind).toBe('unlocked');
  });

  test('is not one that only counts other wrong passwords, or another worker who was last', async () => {
    const opened = await practice.open();
    const { core, folder, workAs } = opened;
    const keys = path.join(folder, 'keys.json');
    await workAs('karin');
    await core.lock();
    const older = readFileSync(keys);
    await workAs('anna');
    await core.lock();
    writeFileSync(keys, older);
    const again = await practice.open(killed(opened), opened.clock);
    await again.workAs('karin');
    expect(again.core.state().kind).toBe('unlocked');
  });
});

describe('after the key was renewed', () => {
  /** A practice with a renewed key, and its files from just before that. */
  async function renewed() {
    const opened = await practice.open();
    await opened.workAs('karin');
    await opened.client.callers.create(aCaller());
    await opened.core.lock();
    const before = killed(opened).folder;
    await opened.workAs('karin');
    opened.clock.now += 60_000;
    await opened.client.keys.renew();
    await opened.client.contacts.save(aDraft());
    const dataEncryptionKey = opened.core.context.core.session.unlocked?.dataEncryptionKey.slice() ?? new Uint8Array();
    await opened.core.close();
    const put = (name: string) => copyFileSync(path.join(before, name), inFolder(opened, name));
    return { opened: { ...opened, dataEncryptionKey }, put };
  }

  test('a store from before is told of as one that lacks work, and opens under the key of now', async () => {
    const { opened, put } = await renewed();
    put('store.db');
    const before = checksums(opened.folder);
    const { core, client, workAs } = await practice.open(opened, opened.clock);
    await workAs('karin');
    expect(core.state()).toMatchObject({ kind: 'blocked', problem: 'missingWork', mayRestore: true, mayGoOn: true });
    expect(core.state()).toMatchObject({ report: expect.stringContaining('STORE_KEY_BEFORE') });
    expect(checksums(opened.folder)).toEqual(before);

    await client.session.goOn();
    expect(core.state()).toMatchObject({ kind: 'unlocked', user: { name: 'Karin' } });
    expect(await client.callers.search({ query: 'zwaan' })).toHaveLength(1);
    expect(Object.values(checksums(opened.folder))).toContain(before['store.db']);
    expect(await client.audit.verify()).toMatchObject({ brokenAt: null, shorter: [opened.clock.now] });
    await core.lock();
    await workAs('anna');
    expect(core.state().kind).toBe('unlocked');
  });

  test('a key file from before beside the store of now is told of as that, with the backups that it opens', async () => {
    const { opened, put } = await renewed();
    put('keys.json');
    const before = checksums(opened.folder);
    const { core, workAs } = await practice.open(
      { ...opened, dataEncryptionKey: practice.copy().dataEncryptionKey },
      opened.clock,
    );
    await workAs('karin');
    expect(core.state()).toMatchObject({ kind: 'blocked', problem: 'otherKey', mayRestore: true, mayGoOn: false });
    expect(checksums(opened.folder)).toEqual(before);
  });

  test('a store whose beginning alone is damaged is told of as damaged', async () => {
    const { opened } = await renewed();
    const store = inFolder(opened, 'store.db');
    writeFileSync(store, readFileSync(store).fill(7, 0, 100));
    const { core, workAs } = await practice.open(opened, opened.clock);
    await workAs('karin');
    expect(core.state()).toMatchObject({ kind: 'blocked', problem: 'damagedStore', mayRestore: true });
  });

  test('so is one that was made with pages of 4 kB, which opens like any other while it is whole', async () => {
    const files = practice.copy();
    const store = storeIn(files);
    remakeWithPages(store, files.dataEncryptionKey, 4096);
    const whole = await practice.open(files);
    await whole.workAs('karin');
    expect(whole.core.state().kind).toBe('unlocked');
    await whole.core.close();
    expect(readFileSync(store).readUInt16BE(16)).toBe(4096);
    writeFileSync(store, readFileSync(store).fill(7, 0, 100));
    const { core, workAs } = await practice.open(files);
    await workAs('karin');
    expect(core.state()).toMatchObject({ kind: 'blocked', problem: 'damagedStore' });
  });
});

describe('all files of the folder replaced by those of a moment before', () => {
  /** A practice that was closed after more work than its whole folder has, which was put back as it was. */
  async function rolledBack(backupsToo: boolean): Promise<PracticeCopy> {
    const opened = await practice.open();
    const { client, core, clock, folder, workAs } = opened;
    await workAs('karin');
    await core.lock();
    const before = killed(opened).folder;
    await workAs('karin');
    await client.callers.create(aCaller());
    for (let nth = 0; nth < 9; nth += 1) await client.contacts.save(aDraft());
    clock.now += 60_000;
    await client.backup.make();
    await core.close();
    const back = (name: string) => backupsToo || !path.relative(before, name).startsWith('backups');
    if (backupsToo) rmSync(inFolder(opened, 'backups'), { recursive: true });
    cpSync(before, folder, { recursive: true, filter: back });
    return opened;
  }

  async function expectTold(code: string, backupsToo: boolean): Promise<void> {
    const opened = await rolledBack(backupsToo);
    if (!backupsToo) rmSync(apartOf(opened.folder), { recursive: true });
    const before = checksums(opened.folder);
    const { core, client, workAs } = await practice.open(opened, opened.clock);
    await workAs('karin');
    expect(core.state()).toMatchObject({ kind: 'blocked', problem: 'missingWork', mayRestore: true, mayGoOn: true });
    expect(core.state()).toMatchObject({ report: expect.stringContaining(code) });
    expect(checksums(opened.folder)).toEqual(before);
    await client.session.goOn();
    expect(core.state().kind).toBe('unlocked');
    await core.lock();
    await workAs('anna');
    expect(core.state().kind).toBe('unlocked');
  }

  test('is told of by the note that is kept apart', () => expectTold('APART_LATER', true));
  test('is told of by the newest backup where that note is gone', () => expectTold('BACKUP_LATER', false));

  describe('with a second place', () => {
    /** A practice that worked on since its whole folder was copied, with a stick that got a backup of that. */
    async function withStick() {
      const opened = await practice.open();
      const { client, core, clock, workAs } = opened;
      const stick = temporaryFolder();
      await workAs('karin');
      await client.backup.make();
      await client.backup.setSecondPlace({ folder: stick });
      await core.lock();
      const before = killed(opened);
      await workAs('karin');
      await client.callers.create(aCaller());
      clock.now += 60_000;
      const { name } = await client.backup.make();
      await core.close();
      return { opened, before, stick, name };
    }

    test('is told of by the stick alone, and can be gone on with', async () => {
      const { before, opened } = await withStick();
      const found = checksums(before.folder);
      const { core, client, workAs } = await practice.open(before, opened.clock);
      await workAs('karin');
      expect(core.state()).toMatchObject({ kind: 'blocked', problem: 'missingWork', mayGoOn: true });
      expect(core.state()).toMatchObject({ report: expect.stringContaining('PLACE_LATER') });
      expect(checksums(before.folder)).toEqual(found);
      await client.session.goOn();
      expect(core.state().kind).toBe('unlocked');
      await core.lock();
      await workAs('anna');
      expect(core.state().kind).toBe('unlocked');
    });

    test('a stick that is in a drawer, of another practice, or says nothing that can be read tells nothing', async () => {
      const { before, opened, stick } = await withStick();
      const note = path.join(stick, 'Rugdekking back-ups', 'log-end.json');
      const written = JSON.parse(readFileSync(note, 'utf8'));
      for (const content of [null, '{"tail":', JSON.stringify({ ...written, checks: ['c29tZWJvZHkgZWxzZQ=='] })]) {
        if (content === null) rmSync(note);
        else writeFileSync(note, content);
        const { core, workAs } = await practice.open(killed(before), opened.clock);
        await workAs('karin');
        expect(core.state().kind).toBe('unlocked');
      }
    });

    test('a backup that was put back while the stick was away, and a clock that goes back, are no alarm', async () => {
      const { opened, stick, name } = await withStick();
      const { client, core, clock, workAs } = await practice.open(opened, opened.clock);
      await workAs('karin');
      const later = path.join(stick, 'Rugdekking back-ups', 'log-end.json');
      const noted = readFileSync(later);
      await client.backup.make();
      writeFileSync(later, noted);
      const [, older] = await client.backup.list();
      clock.now -= 3_600_000;
      await client.backup.restoreOlder({ name: older?.name ?? name, lost: 0 });
      for (const who of ['karin', 'anna'] as const) {
        await workAs(who);
        expect(core.state().kind).toBe('unlocked');
        await core.lock();
      }
    });

    test('another computer that went on from the stick is no alarm, on neither of them', async () => {
      const { opened, stick, name } = await withStick();
      const other = await openTestCore(temporaryFolder(), { now: opened.clock.now });
      const from = { folder: stick, userId: 1, secret: managerPassword, name };
      await other.client.setup.restore(from);
      other.clock.now += 60_000;
      await other.client.backup.make();
      const here = await practice.open(opened, other.clock);
      await here.workAs('karin');
      expect(here.core.state().kind).toBe('unlocked');
      await here.client.backup.make();
      await here.core.lock();
      await other.core.lock();
      await other.client.session.unlock({ userId: 1, password: managerPassword });
      expect(other.core.state().kind).toBe('unlocked');
    });
  });

  test('is not told of where neither was left: that looks like the practice of then', async () => {
    const opened = await rolledBack(true);
    rmSync(apartOf(opened.folder), { recursive: true });
    const { core, workAs } = await practice.open(opened, opened.clock);
    await workAs('karin');
    expect(core.state().kind).toBe('unlocked');
  });

  test('is not taken for what putting a backup back does, in this practice or in another that began in the same place', async () => {
    const opened = await practice.open();
    const { client, core, clock, folder, workAs } = opened;
    await workAs('karin');
    const { name } = await client.backup.make();
    clock.now += 60_000;
    await client.callers.create(aCaller());
    await client.backup.make();
    clock.now -= 3_600_000;
    await client.backup.restoreOlder({ name, lost: 0 });
    await workAs('karin');
    expect(core.state().kind).toBe('unlocked');
    expect(await client.audit.verify()).toMatchObject({ brokenAt: null, backups: { differing: [] } });
    await core.lock();
    await workAs('anna');
    expect(core.state().kind).toBe('unlocked');
    await core.close();
    const note = readdirSync(apartOf(folder)).map((file) => path.join(apartOf(folder), file))[0] ?? '';
    const ofOther = { tail: { id: 9_999, at: 1, hash: '0'.repeat(64) }, checks: ['c29tZWJvZHkgZWxzZQ=='] };
    writeFileSync(note, JSON.stringify(ofOther));
    const again = await practice.open(opened, clock);
    await again.workAs('karin');
    expect(again.core.state().kind).toBe('unlocked');
  });
});
