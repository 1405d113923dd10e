import { copyFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checksums, copiesOn } from '../faults/practice.ts';
import { filesIn } from '../support/files.ts';
import { inFolder, killed } from '../support/killed.ts';
import { temporaryFolder } from '../support/practice.ts';
import { aCaller, aDraft } from '../support/samples.ts';
import { backingUp, recovering, stoppedAt } from '../support/stoppedAt.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const STOPPED = { code: 'STOPPED', defined: true };

describe('going on with what is there tells how far it is, and whoever stops it leaves nothing behind', () => {
  test('where work is missing', async () => {
    const before = await practice.open();
    await before.workAs('karin');
    await before.client.callers.create(aCaller());
    const older = killed(before);
    await before.client.contacts.save(aDraft());
    await before.core.lock();
    await before.workAs('karin');
    await before.client.contacts.save(aDraft());
    const files = killed(before);
    // A log that has to be tried: with it, then without it.
    copyFileSync(inFolder(older, 'store.db-wal'), inFolder(files, 'store.db-wal'));
    const opened = await practice.open(files, before.clock);
    await opened.workAs('karin');
    expect(opened.core.state()).toMatchObject({ kind: 'blocked', problem: 'missingWork', mayGoOn: true });
    const found = checksums(files.folder);
    const { told, goesOn } = stoppedAt(opened, 'keepAside', recovering(opened));
    await expect(opened.client.session.goOn()).rejects.toMatchObject(STOPPED);
    expect(told).toEqual([{ done: 0, total: 100 }]);
    expect(checksums(files.folder)).toEqual(found);
    expect(opened.core.state()).toMatchObject({ kind: 'blocked', mayGoOn: true });
    goesOn();
    await opened.client.session.goOn();
    expect(opened.core.state()).toMatchObject({ kind: 'unlocked', user: { name: 'Karin' } });
    expect(Object.values(checksums(files.folder))).toContain(found['store.db']);
  });

  test('where the store is under a key from before', async () => {
    const before = await practice.open();
    await before.workAs('karin');
    await before.core.lock();
    const older = killed(before);
    await before.workAs('karin');
    before.clock.now += 60_000;
    await before.client.keys.renew();
    await before.client.contacts.save(aDraft());
    const dataEncryptionKey = before.core.context.core.session.unlocked?.dataEncryptionKey.slice() ?? new Uint8Array();
    await before.core.close();
    copyFileSync(inFolder(older, 'store.db'), inFolder(before, 'store.db'));
    const opened = await practice.open({ ...before, dataEncryptionKey }, before.clock);
    await opened.workAs('karin');
    const found = checksums(before.folder);
    const { told, goesOn } = stoppedAt(opened, 'prepareIncoming', recovering(opened));
    await expect(opened.client.session.goOn()).rejects.toMatchObject(STOPPED);
    expect(told).toEqual([{ done: 0, total: 100 }]);
    expect(checksums(before.folder)).toEqual(found);
    goesOn();
    await opened.client.session.goOn();
    expect(opened.core.state()).toMatchObject({ kind: 'unlocked', user: { name: 'Karin' } });
  });
});

describe('the backup that replaces older ones tells how far it is, and whoever stops it keeps them', () => {
  async function withBackups() {
    const opened = await practice.open();
    await opened.workAs('karin');
    await opened.client.backup.make();
    const stick = temporaryFolder();
    await opened.client.backup.setSecondPlace({ folder: stick });
    opened.clock.now += 60_000;
    const namesIn = (folder: string) => [...filesIn(folder).keys()].filter((name) => /^store-.*\.db$/.test(name));
    return { opened, here: () => namesIn(inFolder(opened, 'backups')), there: () => namesIn(copiesOn(stick)) };
  }

  test.each(['makeBackup', 'copyToSecondPlace'] as const)('at %s', async (task) => {
    const { opened, here, there } = await withBackups();
    const [first = ''] = here();
    const { told, goesOn } = stoppedAt(opened, task, backingUp(opened));
    await expect(opened.client.privacy.renewBackups()).rejects.toMatchObject(STOPPED);
    expect(told).toMatchObject([{ total: 100 }]);
    expect(here()).toContain(first);
    expect((await opened.client.backup.secondPlace()).place).toMatchObject({ notBefore: null });
    goesOn();
    opened.clock.now += 60_000;
    await opened.client.backup.make();
    expect(there()).toContain(first);
    opened.clock.now += 60_000;
    await opened.client.privacy.renewBackups();
    expect(here()).toHaveLength(1);
    expect(there()).toEqual(here());
  });
});
