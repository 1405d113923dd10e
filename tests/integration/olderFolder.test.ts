import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checksums } from '../faults/practice.ts';
import { inFolder, killed } from '../support/killed.ts';
import { apartOf } from '../support/options.ts';
import { managerPassword, openTestCore, temporaryFolder } from '../support/practice.ts';
import { aCaller, aDraft } from '../support/samples.ts';
import { type PracticeCopy, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();

/** Somebody goes on with what is there, and nobody is told of it again. */
async function expectToGoOn({ client, core, workAs }: Awaited<ReturnType<typeof practice.open>>): Promise<void> {
  await client.session.goOn();
  expect(core.state().kind).toBe('unlocked');
  await core.lock();
  await workAs('anna');
  expect(core.state().kind).toBe('unlocked');
}

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
    const again = await practice.open(opened, opened.clock);
    const { core, workAs } = again;
    await workAs('karin');
    expect(core.state()).toMatchObject({ kind: 'blocked', problem: 'missingWork', mayRestore: true, mayGoOn: true });
    expect(core.state()).toMatchObject({ report: expect.stringContaining(code) });
    expect(checksums(opened.folder)).toEqual(before);
    await expectToGoOn(again);
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
      const again = await practice.open(before, opened.clock);
      const { core, workAs } = again;
      await workAs('karin');
      expect(core.state()).toMatchObject({ kind: 'blocked', problem: 'missingWork', mayGoOn: true });
      expect(core.state()).toMatchObject({ report: expect.stringContaining('PLACE_LATER') });
      expect(checksums(before.folder)).toEqual(found);
      await expectToGoOn(again);
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
