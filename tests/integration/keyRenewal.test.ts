import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { backUp } from '../../src/main/core/features/backup/backUp.ts';
import { dataFolderAt } from '../../src/main/core/store/folder.ts';
import { readKeyFile, writeKeyFile } from '../../src/main/core/store/keyFile.ts';
import { unwrapKey } from '../../src/main/core/store/keyWrapping.ts';
import { connect } from '../../src/main/core/store/open.ts';
import { copyOf, filesIn, flipBit } from '../support/files.ts';
import { aCaller, aDraft } from '../support/samples.ts';
import { outcomeOf, PAGE, storeIn } from '../support/storeFiles.ts';
import { type PracticeCopy, passwords, practiceTemplate } from '../support/template.ts';
import { wrapAsBefore } from '../support/wrappedBefore.ts';

const practice = practiceTemplate();
vi.setConfig({ testTimeout: 180_000 });

const name = 'Zwaantje Regenkamp';

/** A practice with a caller, and its manager at work. */
async function atWork(): Promise<PracticeCopy> {
  const opened = await practice.open();
  await opened.workAs('karin');
  await opened.client.callers.create(aCaller({ displayName: name }));
  return opened;
}

async function expectAllThere({ client, core }: PracticeCopy): Promise<void> {
  expect(await client.callers.search({ query: 'zwaan' })).toMatchObject([{ displayName: name }]);
  expect(await client.audit.verify()).toMatchObject({ brokenAt: null });
  expect(core.context.core.session.unlocked?.connection.pragma('integrity_check', { simple: true })).toBe('ok');
}

const isOpenedBy = (file: string, key: Uint8Array): boolean => {
  try {
    connect(file, key).close();
    return true;
  } catch {
    return false;
  }
};

describe('a renewed key', () => {
  test('opens everything for everybody with the password they had, and the key of before opens nothing', async () => {
    const files = await atWork();
    const { client, core, folder, userIds } = files;
    await client.keys.renew();
    await expectAllThere(files);
    expect(await client.keys.state()).toMatchObject({ due: false, renewedAt: files.clock.now });
    expect(await client.audit.list({ before: null, limit: 5 })).toContainEqual(
      expect.objectContaining({ action: 'keys.renew' }),
    );
    await client.contacts.saveDraft(aDraft());
    for (const worker of ['anna', 'bram', 'karin'] as const) {
      await client.session.unlock({ userId: userIds[worker], password: passwords[worker] });
      expect(core.state()).toMatchObject({ kind: 'unlocked', user: { id: userIds[worker] } });
    }
    await expectAllThere(files);
    const recoveryKey = files.recoveryKey.join('');
    await client.session.resetPassword({ userId: userIds.anna, recoveryKey, newPassword: 'weer-een-heel-ander' });
    await core.close();
    expect(isOpenedBy(storeIn(files), files.dataEncryptionKey)).toBe(false);
    expect([...filesIn(folder).keys()].filter((file) => file.includes('renewed'))).toEqual([]);
  });

  test('is due when somebody is taken off, and an old key file with their password opens only what was before', async () => {
    const files = await atWork();
    const { client, folder, userIds } = files;
    const old = readKeyFile(dataFolderAt(folder));
    expect(await client.keys.state()).toMatchObject({ due: false });
    await client.team.remove({ userId: userIds.bram });
    expect(await client.keys.state()).toMatchObject({ due: true, notReady: { names: [], recoveryKey: false } });
    await client.keys.renew();
    const key = old?.users.find(({ id }) => id === userIds.bram)?.key;
    const opened = key && (await unwrapKey(passwords.bram, key, []));
    expect(opened?.dataEncryptionKey).toEqual(files.dataEncryptionKey);
    await files.core.close();
    expect(isOpenedBy(storeIn(files), files.dataEncryptionKey)).toBe(false);
    expect(readFileSync(path.join(folder, 'keys.json'), 'utf8')).not.toContain('Bram');
  });

  test('lets a backup from before be put back, which then is under the new key too', async () => {
    const files = await atWork();
    const backup = await files.client.backup.make();
    files.clock.now += 60_000;
    await files.client.keys.renew();
    files.clock.now += 60_000;
    await files.client.keys.renew();
    await files.core.close();
    flipBit(storeIn(files), PAGE / 2);
    const damaged = await practice.open(files, files.clock);
    await damaged.client.session.unlock({ userId: files.userIds.karin, password: passwords.karin });
    expect(damaged.core.state()).toMatchObject({ kind: 'blocked', problem: 'damagedStore', mayRestore: true });
    await damaged.client.backup.restore({ name: backup.name });
    await damaged.client.session.unlock({ userId: files.userIds.karin, password: passwords.karin });
    await expectAllThere(damaged);
    await damaged.core.close();
    expect(isOpenedBy(storeIn(files), files.dataEncryptionKey)).toBe(false);
  });

  test('goes on with the log of who is at work: that the clock went back meanwhile stands in it', async () => {
    const { client, clock } = await atWork();
    await client.keys.renew();
    clock.now -= 3_600_000;
    expect(await client.audit.list({ before: null, limit: 20 })).toContainEqual(
      expect.objectContaining({ action: 'clock.behind', at: clock.now }),
    );
  });

  test('goes into a recovery key that was made and not yet typed back', async () => {
    const files = await atWork();
    const { client, userIds } = files;
    const { groups, askedGroups } = await client.setup.newRecoveryKey();
    await client.keys.renew();
    await client.setup.confirmRecoveryKey({ groups: askedGroups.map((group) => groups[group - 1] ?? '') });
    await client.session.lock();
    const reset = { userId: userIds.anna, newPassword: 'weer-een-heel-ander' };
    const withOld = client.session.resetPassword({ ...reset, recoveryKey: files.recoveryKey.join('') });
    expect(await outcomeOf(withOld)).toBe('WRONG_RECOVERY_KEY');
    await client.session.resetPassword({ ...reset, recoveryKey: groups.join('') });
    expect(files.core.state()).toMatchObject({ kind: 'unlocked', user: { name: 'Anna' } });
  });

  test('is not made as long as somebody could not open it, and says who', async () => {
    const files = await atWork();
    const file = readKeyFile(dataFolderAt(files.folder));
    if (!file) throw new Error('there is no key file');
    const wrapped = await wrapAsBefore(passwords.anna, files.dataEncryptionKey);
    files.core.context.core.session.keys.update((now) => ({
      ...now,
      users: now.users.map((user) => (user.name === 'Anna' ? { ...user, key: wrapped } : user)),
    }));
    await expect(files.client.keys.renew()).rejects.toMatchObject({ code: 'NOT_READY', data: { names: ['Anna'] } });
    await files.client.session.unlock({ userId: files.userIds.anna, password: passwords.anna });
    await files.workAs('karin');
    await files.client.keys.renew();
    // Nor to a public key that somebody without the key put in the place of another.
    await files.core.close();
    const renewed = readKeyFile(dataFolderAt(files.folder));
    const other = renewed?.users.find(({ name: known }) => known === 'Bram')?.key;
    if (!renewed || !other) throw new Error('there is no key file');
    const users = renewed.users.map((user) =>
      user.name === 'Anna' ? { ...user, key: { ...other, vouched: Buffer.alloc(32).toString('base64') } } : user,
    );
    writeKeyFile(dataFolderAt(files.folder), { ...renewed, users });
    const again = await practice.open(files);
    await again.client.session.unlock({ userId: files.userIds.karin, password: passwords.karin });
    await expect(again.client.keys.renew()).rejects.toMatchObject({ code: 'NOT_READY', data: { names: ['Anna'] } });
  });
});

describe('while a key is renewed', () => {
  test('calls wait and nothing of them is lost; a second renewal is refused', async () => {
    const files = await atWork();
    const { client } = files;
    const renewing = client.keys.renew();
    await expect.poll(() => client.keys.progress(), { timeout: 20_000, interval: 1 }).not.toBeNull();
    const draft = aDraft({ text: 'Tussendoor getypt' });
    const saving = client.contacts.saveDraft(draft);
    expect(await outcomeOf(client.keys.renew())).toBe('BUSY');
    await Promise.all([renewing, saving]);
    expect(await client.contacts.drafts()).toMatchObject([{ id: draft.id, text: draft.text }]);
    await expectAllThere(files);
  });

  test('a backup that waited for it does not use the key of before; there is one under the new key', async () => {
    const files = await atWork();
    const { client, core } = files;
    const services = core.context.core;
    const opened = services.session.unlocked;
    if (!opened) throw new Error('nobody is at work');
    const renewing = client.keys.renew();
    await expect.poll(() => client.keys.progress(), { timeout: 20_000, interval: 1 }).not.toBeNull();
    files.clock.now += 60_000;
    const asked = outcomeOf(backUp(services, opened, files.clock.now));
    await renewing;
    expect(await asked).toBe('STOPPED');
    expect(core.state()).toMatchObject({ kind: 'unlocked' });
    await expect.poll(() => client.backup.list(), { timeout: 20_000 }).not.toEqual([]);
    await expectAllThere(files);
  });

  test('it can be stopped, or the app locked: then everything is as it was', async () => {
    const files = await atWork();
    const { client, core } = files;
    for (const stop of [() => client.keys.cancel(), () => client.session.lock()]) {
      const renewing = outcomeOf(client.keys.renew());
      await expect.poll(() => client.keys.progress(), { timeout: 20_000, interval: 1 }).not.toBeNull();
      const waiting = outcomeOf(client.contacts.drafts());
      await stop();
      expect(await renewing).toBe('CANCELLED');
      expect(await waiting).toBe(core.state().kind === 'locked' ? 'LOCKED' : 'done');
      await files.workAs('karin');
      await expectAllThere(files);
    }
    await core.close();
    const again = await practice.open(files);
    await again.workAs('karin');
    await expectAllThere(again);
    expect([...filesIn(files.folder).keys()].filter((file) => file.includes('renewed'))).toEqual([]);
  });
});

test('a renewal whose key file cannot be written changes nothing, and the work goes on', async () => {
  const files = await atWork();
  const { client, folder } = files;
  const keys = path.join(folder, 'keys.json');
  const content = readFileSync(keys);
  rmSync(keys);
  mkdirSync(keys);
  expect(await outcomeOf(client.keys.renew())).toBe('EISDIR');
  rmSync(keys, { recursive: true });
  writeFileSync(keys, content);
  await expectAllThere(files);
  await client.contacts.saveDraft(aDraft());
  expect([...filesIn(folder).keys()].filter((file) => file.includes('renewed'))).toEqual([]);
  await client.session.unlock({ userId: files.userIds.anna, password: passwords.anna });
  expect(await client.contacts.drafts()).toEqual([]);
});

const ended = z.object({ renewed: z.literal(true), steps: z.number() });

/** Renews in a process of its own that dies before a step, or some time after it began. */
async function renewUntil(files: PracticeCopy, step: number, afterMilliseconds?: number) {
  const script = path.join(import.meta.dirname, '../support/coreToKill.ts');
  const key = Buffer.from(files.dataEncryptionKey).toString('hex');
  const arguments_ = ['renewKeys', files.folder, String(files.userIds.karin), key, String(step)];
  const child = spawn(process.execPath, [script, ...arguments_]);
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.on('data', (data) => {
    if (output === '' && afterMilliseconds !== undefined) setTimeout(() => child.kill('SIGKILL'), afterMilliseconds);
    output += data;
    if (output.includes('renewed')) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return ended.safeParse(JSON.parse(output.split('\n').at(-2) ?? '{}')).data ?? null;
}

describe('a renewal that is killed', () => {
  async function expectWhole(files: PracticeCopy): Promise<void> {
    const again = await practice.open(files);
    expect(again.core.state()).toMatchObject({ kind: 'locked' });
    await again.client.session.unlock({ userId: files.userIds.anna, password: passwords.anna });
    expect(again.core.state()).toMatchObject({ kind: 'unlocked' });
    await again.workAs('karin');
    await expectAllThere(again);
    await again.core.close();
    expect([...filesIn(files.folder).keys()].filter((file) => /renewed|\.db-/.test(file))).toEqual([]);
  }

  async function closedPractice(): Promise<PracticeCopy> {
    const files = await atWork();
    await files.core.close();
    return files;
  }

  test('before any step leaves the store of before or the renewed one, whole, with everybody’s password', async () => {
    const prepared = await closedPractice();
    const copy = () => ({ ...prepared, folder: copyOf(prepared.folder) });
    const whole = await renewUntil(copy(), 0);
    const steps = whole?.steps ?? 0;
    // Two key files and the store get their names, each safe on the disk before the next.
    expect(steps).toBeGreaterThanOrEqual(7);
    for (let step = 1; step <= steps; step += 1) {
      const files = copy();
      expect(await renewUntil(files, step)).toBeNull();
      await expectWhole(files);
    }
  });

  test('at any moment loses nothing', async () => {
    const prepared = await closedPractice();
    for (let round = 0; round < 3; round += 1) {
      const files = { ...prepared, folder: copyOf(prepared.folder) };
      await renewUntil(files, 0, Math.random() * 400);
      await expectWhole(files);
    }
  });
});
