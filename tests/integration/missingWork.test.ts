import { copyFileSync, cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checksums } from '../faults/practice.ts';
import { temporaryFolder } from '../support/practice.ts';
import { aCaller, aDraft } from '../support/samples.ts';
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
