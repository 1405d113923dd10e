import { copyFileSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { SessionLog } from '../../src/main/core/features/session/sessionLog.ts';
import { TaskFailure } from '../../src/main/core/offMainThread.ts';
import { connect, PAGE_BYTES } from '../../src/main/core/store/open.ts';
import { checksums } from '../faults/practice.ts';
import { inFolder, killed } from '../support/killed.ts';
import { temporaryFolder } from '../support/practice.ts';
import { aCaller, aDraft } from '../support/samples.ts';
import { remakeWithPages, storeIn } from '../support/storeFiles.ts';
import { type PracticeCopy, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();

async function atWork(): Promise<PracticeCopy> {
  const opened = await practice.open();
  await opened.workAs('anna');
  await opened.client.contacts.save(aDraft({ text: 'Vlak voor de stroom uitviel' }));
  return opened;
}

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

  test('nothing of the log stays that it left, with what was erased from under a backup in it', async () => {
    const opened = await atWork();
    const { connection } = opened.core.context.core.session.unlocked ?? {};
    // As a backup that reads, so that what is erased cannot be carried over.
    const reader = connect(storeIn(opened), opened.dataEncryptionKey);
    const reading = reader.prepare('select * from contact').iterate();
    reading.next();
    connection?.exec("update contact set text = ''");
    const files = killed(opened);
    reading.return?.();
    reader.close();
    const left = readFileSync(inFolder(files, 'store.db-wal'));
    const after = await practice.open(files, opened.clock);
    await after.workAs('anna');
    expect(after.core.state().kind).toBe('unlocked');
    const now = readFileSync(inFolder(files, 'store.db-wal'));
    const frame = 24 + PAGE_BYTES;
    const pages = Array.from({ length: (left.length - 32) / frame }, (_, nth) => 32 + 24 + nth * frame);
    expect(pages.length).toBeGreaterThan(1);
    // Each page that is written is encrypted anew: the same bytes can only be those of before.
    expect(pages.filter((at) => now.includes(left.subarray(at, at + PAGE_BYTES)))).toEqual([]);
    expect(await after.client.contacts.today()).toMatchObject({ contacts: 1 });
  });

  const losses: [what: string, lose: (files: PracticeCopy) => void][] = [
    ['taken away', (files) => rmSync(inFolder(files, 'store.db-wal'))],
    ['cut short', (files) => truncateSync(inFolder(files, 'store.db-wal'), 4000)],
  ];

  test('what was saved last and is gone is told of again to whoever was killed while going on', async () => {
    const opened = await atWork();
    const { size } = statSync(inFolder(opened, 'store.db-wal'));
    await opened.client.contacts.save(aDraft());
    const files = killed(opened);
    truncateSync(inFolder(files, 'store.db-wal'), size);
    const { core, client, workAs } = await practice.open(files);
    await workAs('anna');
    const { session } = core.context.core;
    // Killed once the store is open, before the audit log says why it is shorter.
    const { write } = SessionLog.prototype;
    const left: PracticeCopy[] = [];
    SessionLog.prototype.write = function writeLater(database, entry) {
      if (entry.action === 'audit.shorter') left.push(killed(files));
      return write.call(this, database, entry);
    };
    await client.session.goOn().finally(() => Object.assign(SessionLog.prototype, { write }));
    expect(session.unlocked).not.toBeNull();
    const [before] = left;
    if (!before) throw new Error('the log says nothing of it');
    const after = await practice.open(before);
    await after.workAs('anna');
    expect(after.core.state()).toMatchObject({ kind: 'blocked', problem: 'missingWork', mayGoOn: true });
  });

  test('a disk that fails while somebody goes on is told of as that, and nothing changes', async () => {
    const files = killed(await atWork());
    rmSync(inFolder(files, 'store.db-wal'));
    const { core, client, workAs } = await practice.open(files);
    await workAs('anna');
    const before = checksums(files.folder);
    const { offMainThread } = core.context.core;
    const { run } = offMainThread;
    for (const code of ['EIO', 'ENOSPC', 'SQLITE_IOERR_WRITE']) {
      offMainThread.run = (name) => Promise.reject(new TaskFailure(name, code, 'elsewhere'));
      await expect(client.session.goOn()).rejects.toMatchObject({ code: 'UNWRITABLE', defined: true });
      expect(core.state()).toMatchObject({ kind: 'blocked', problem: 'missingWork', mayGoOn: true });
    }
    expect(checksums(files.folder)).toEqual(before);
    offMainThread.run = run;
    await client.session.goOn();
    expect(core.state().kind).toBe('unlocked');
  });

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
