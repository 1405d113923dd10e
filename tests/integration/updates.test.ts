import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { checkUpdate } from '../../src/main/core/features/updates/checkUpdate.ts';
import type { UpdateHost } from '../../src/main/core/features/updates/host.ts';
import { signatureFileOf, updateSignature } from '../../src/shared/updateSignature.ts';
import { temporaryFolder } from '../support/practice.ts';
import { backingUp, stoppedAt } from '../support/stoppedAt.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const system = 'linux-x64';
const content = Buffer.from('an installer, as far as this test is concerned\n'.repeat(2000));

/** The tool that the publisher signs with. */
const sign = (...options: string[]): string =>
  execFileSync(process.execPath, ['src/tools/sign.ts', ...options], {
    cwd: path.join(import.meta.dirname, '../..'),
    encoding: 'utf8',
    env: { ...process.env, LANG: 'en_GB.UTF-8' },
  });

function newKey(folder: string): { file: string; publisherKey: string } {
  const file = path.join(folder, 'secret.key');
  const [, publisherKey = ''] = /MAIN_VITE_UPDATE_KEY=(\S+)/.exec(sign('--new-key', file)) ?? [];
  return { file, publisherKey };
}

function signedInstaller(version: string, { name = 'rugdekking.deb', bytes = content } = {}) {
  const folder = temporaryFolder();
  const installer = path.join(folder, name);
  writeFileSync(installer, bytes);
  const key = newKey(folder);
  sign('--key', key.file, '--version', version, installer);
  return { folder, installer, signature: signatureFileOf(installer), ...key };
}

/** What the core asks of Electron, with a file that was already chosen. */
function hostFor({ installer, publisherKey }: { installer: string | null; publisherKey: string }) {
  const opened: string[] = [];
  const host: UpdateHost = {
    publisherKey,
    system,
    chooseInstaller: async () => installer,
    openInstaller: async (file) => {
      opened.push(file);
      return true;
    },
  };
  return { host, opened };
}

async function withUpdates(updates: UpdateHost) {
  const opened = await practice.open();
  opened.core.context.core.options.updates = updates;
  await opened.workAs('karin');
  return opened;
}

/** Has copies made in a folder of this test, and says which are there. */
function temporaryFilesIn(folder: string): () => string[] {
  vi.stubEnv('TMPDIR', folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  return () =>
    readdirSync(folder)
      .filter((name) => name.startsWith('rugdekking-update-'))
      .map((name) => path.join(folder, name));
}

test('a newer version that the publisher signed is copied, and opened after a backup', async () => {
  const signed = signedInstaller('0.2.0');
  expect(statSync(signed.file).mode & 0o777).toBe(0o600);
  const { host, opened } = hostFor(signed);
  const { client, clock } = await withUpdates(host);
  clock.now += 60_000;
  const before = await client.backup.list();
  expect(await client.updates.choose()).toEqual({ version: '0.2.0', name: 'rugdekking.deb' });
  expect(await client.updates.state()).toMatchObject({ possible: 'yes', checked: { version: '0.2.0' } });

  // Whoever swaps the file on the stick now changes nothing of what is installed.
  writeFileSync(signed.installer, 'something else');
  expect(await client.updates.install()).toEqual({ standsIn: null });
  const [copy = ''] = opened;
  onTestFinished(() => rmSync(path.dirname(copy), { recursive: true, force: true }));
  expect(readFileSync(copy)).toEqual(content);
  expect(statSync(path.dirname(copy)).mode & 0o777).toBe(0o700);
  expect(await client.backup.list()).toHaveLength(before.length + 1);
  expect(await client.updates.state()).toMatchObject({ checked: null });
  await expect(client.updates.install()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const entries = await client.audit.list({ before: null, limit: 20 });
  expect(entries.map(({ action, subject }) => [action, subject])).toEqual(
    expect.arrayContaining([
      ['updates.choose', 'version 0.2.0'],
      ['updates.install', 'version 0.2.0'],
    ]),
  );
});

test('whoever stops the backup before it has nothing installed, and the checked file ready still', async () => {
  const { host, opened } = hostFor(signedInstaller('0.2.0'));
  const practiceOf = await withUpdates(host);
  const { client } = practiceOf;
  await client.updates.choose();
  const { told, goesOn } = stoppedAt(practiceOf, 'makeBackup', backingUp(practiceOf));
  await expect(client.updates.install()).rejects.toMatchObject({ code: 'STOPPED', defined: true });
  expect(told).toEqual([{ done: 0, total: 100 }]);
  expect(opened).toEqual([]);
  expect(await client.updates.state()).toMatchObject({ checked: { version: '0.2.0' } });
  goesOn();
  await client.updates.install();
  const [copy = ''] = opened;
  onTestFinished(() => rmSync(path.dirname(copy), { recursive: true, force: true }));
  expect(readFileSync(copy)).toEqual(content);
});

test('where it cannot be opened, it is said where the checked file is', async () => {
  const signed = signedInstaller('0.2.0', { name: 'Rugdekking.AppImage' });
  const { client } = await withUpdates({ ...hostFor(signed).host, openInstaller: async () => false });
  await client.updates.choose();
  const { standsIn } = await client.updates.install();
  expect(path.basename(standsIn ?? '')).toBe('Rugdekking.AppImage');
  expect(readFileSync(standsIn ?? '')).toEqual(content);
  rmSync(path.dirname(standsIn ?? ''), { recursive: true, force: true });
});

test.each([
  ['the version that is here', '0.0.0', {}, 'NOT_NEWER'],
  ['another kind of computer', '0.2.0', { system: 'win32-x64' }, 'OTHER_SYSTEM'],
] as const)('%s is refused, and why is said', async (_what, version, changes, code) => {
  const { host } = hostFor(signedInstaller(version));
  const { client } = await withUpdates({ ...host, ...changes });
  await expect(client.updates.choose()).rejects.toMatchObject({ code });
  expect(await client.updates.state()).toMatchObject({ checked: null });
});

test('without a signature, with that of another publisher, or without the file nothing is taken', async () => {
  const signed = signedInstaller('0.2.0');
  const other = newKey(temporaryFolder());
  const from = async (changes: { installer?: string; publisherKey?: string }) => {
    const { client } = await withUpdates(hostFor({ ...signed, ...changes }).host);
    return client.updates.choose();
  };
  await expect(from({ publisherKey: other.publisherKey })).rejects.toMatchObject({ code: 'WRONG_SIGNATURE' });
  await expect(from({ publisherKey: 'not a key' })).rejects.toMatchObject({ code: 'WRONG_SIGNATURE' });
  rmSync(signed.installer);
  await expect(from({})).rejects.toMatchObject({ code: 'UNREADABLE' });
  rmSync(signed.signature);
  await expect(from({})).rejects.toMatchObject({ code: 'NO_SIGNATURE' });
});

test('a build without the publisher’s key says so, takes nothing, and so does a host that is not installed', async () => {
  const { client } = await withUpdates(hostFor({ ...signedInstaller('0.2.0'), publisherKey: '' }).host);
  expect(await client.updates.state()).toMatchObject({ possible: 'noKey' });
  await expect(client.updates.choose()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const opened = await practice.open();
  await opened.workAs('karin');
  expect(await opened.client.updates.state()).toMatchObject({ possible: 'notInstalled' });
});

test('a copy that is changed or taken away after the check is not opened, and does not stay', async () => {
  const copies = temporaryFilesIn(temporaryFolder());
  const { host, opened } = hostFor(signedInstaller('0.2.0'));
  const { client } = await withUpdates(host);
  const meddling = [
    (copy: string) => writeFileSync(copy, 'EVIL'),
    (copy: string) => writeFileSync(copy, Buffer.alloc(content.length, 'EVIL')),
    (copy: string) => rmSync(copy),
  ];
  for (const meddle of meddling) {
    await client.updates.choose();
    const [folder = ''] = copies();
    meddle(path.join(folder, 'rugdekking.deb'));
    await expect(client.updates.install()).rejects.toMatchObject({ code: 'COPY_CHANGED' });
    expect(opened).toEqual([]);
    expect(copies()).toEqual([]);
    expect(await client.updates.state()).toMatchObject({ checked: null });
  }
  const entries = await client.audit.list({ before: null, limit: 20 });
  expect(entries.filter(({ action }) => action === 'updates.install')).toEqual([]);
});

test('no copy stays when the app is locked meanwhile, or the program ends without installing it', async () => {
  const copies = temporaryFilesIn(temporaryFolder());
  const { host } = hostFor(signedInstaller('0.2.0'));
  const lockedBy: { moment: 'choosing' | 'copying' | null } = { moment: 'choosing' };
  const opened = await withUpdates({
    ...host,
    async chooseInstaller() {
      if (lockedBy.moment === 'choosing') await opened.client.session.lock();
      return host.chooseInstaller();
    },
    // Read after the choice and before the copy is made.
    get system() {
      if (lockedBy.moment === 'copying') void opened.client.session.lock();
      return system;
    },
  });
  const { client } = opened;
  await expect(client.updates.choose()).rejects.toMatchObject({ code: 'LOCKED' });
  expect(copies()).toEqual([]);
  await opened.workAs('karin');
  lockedBy.moment = 'copying';
  await expect(client.updates.choose()).rejects.toMatchObject({ code: 'LOCKED' });
  expect(copies()).toEqual([]);
  await opened.workAs('karin');
  lockedBy.moment = null;
  await client.updates.choose();
  expect(copies()).toHaveLength(1);
  await opened.core.close();
  expect(copies()).toEqual([]);
});

test('the copy that is made tells how far it is; whoever stops it has none, and what was chosen before still', async () => {
  const copies = temporaryFilesIn(temporaryFolder());
  const { host } = hostFor(signedInstaller('0.2.0'));
  const { core, client, workAs } = await withUpdates(host);
  await client.updates.choose();
  const before = copies();
  const large = signedInstaller('0.3.0', { bytes: Buffer.alloc(60_000_000, 'installer') });
  core.context.core.options.updates = { ...host, ...hostFor(large).host };
  expect(await client.updates.progress()).toBeNull();

  const whileItCopies = async (act: () => Promise<unknown>) => {
    const chosen = client.updates.choose().catch((error: unknown) => error);
    await expect.poll(() => client.updates.progress(), { interval: 1 }).toMatchObject({ total: 1000 });
    await act();
    return chosen;
  };
  expect(await whileItCopies(() => client.updates.cancel())).toMatchObject({ code: 'STOPPED', defined: true });
  expect(copies()).toEqual(before);
  expect(await client.updates.state()).toMatchObject({ checked: { version: '0.2.0' } });
  expect(await client.updates.progress()).toBeNull();

  expect(await whileItCopies(() => client.session.lock())).toMatchObject({ code: 'LOCKED' });
  expect(copies()).toEqual(before);
  await workAs('karin');
  expect(await client.updates.choose()).toMatchObject({ version: '0.3.0' });
  await core.close();
  expect(copies()).toEqual([]);
});

test('what a killed program left is taken away at the next choice, and nothing else', async () => {
  const temporary = temporaryFolder();
  const copies = temporaryFilesIn(temporary);
  const { host, opened: installed } = hostFor(signedInstaller('0.2.0'));
  const killed = await withUpdates(host);
  await killed.client.updates.choose();
  await killed.client.updates.install();
  await killed.client.updates.choose();
  const [toInstall = ''] = installed.map((file) => path.dirname(file));
  const left = copies().filter((folder) => folder !== toInstall);
  const ofAnother = await withUpdates(host);
  await ofAnother.client.updates.choose();
  mkdirSync(path.join(temporary, 'rugdekking-update-of-somebody'));
  writeFileSync(path.join(temporary, 'rugdekking-update-notes.txt'), 'mine');
  const others = copies().filter((folder) => !left.includes(folder));
  expect([left.length, others.length]).toEqual([1, 4]);

  // Nothing of what it held is known to the next one.
  killed.core.context.core.session.checkedUpdate = null;
  await killed.client.updates.choose();
  const now = copies();
  expect(now).not.toContain(left[0]);
  expect(now).toEqual(expect.arrayContaining(others));
  expect(now).toHaveLength(others.length + 1);
  await killed.client.updates.choose();
  expect(copies()).toHaveLength(others.length + 1);
});

test('choosing nothing changes nothing', async () => {
  const { client } = await withUpdates(hostFor({ installer: null, publisherKey: 'x' }).host);
  expect(await client.updates.choose()).toBeNull();
});

test('an installer with one bit changed, or cut short, is never taken, and no copy of it stays', async () => {
  const copies = temporaryFilesIn(temporaryFolder());
  const { installer, publisherKey } = signedInstaller('2.0.0');
  const checking = { publisherKey, system, ownVersion: '1.0.0', dataFolder: '/a/practice' };
  const changes = fc.oneof(
    fc.record({ at: fc.nat(content.length - 1), bit: fc.nat(7) }).map(({ at, bit }) => {
      const changed = Buffer.from(content);
      changed[at] = Number(changed[at]) ^ (1 << bit);
      return changed;
    }),
    fc.nat(content.length - 1).map((length) => content.subarray(0, length)),
    fc.uint8Array({ minLength: 1, maxLength: 20 }).map((more) => Buffer.concat([content, more])),
  );
  await fc.assert(
    fc.asyncProperty(changes, async (changed) => {
      writeFileSync(installer, changed);
      expect(await checkUpdate(installer, checking)).toMatchObject({
        problem: 'wrongSignature',
      });
    }),
    { numRuns: 60 },
  );
  expect(copies()).toEqual([]);
});

test('a signature that says anything else than what was signed is never taken', async () => {
  const { installer, signature, publisherKey } = signedInstaller('2.0.0');
  const checking = { publisherKey, system, ownVersion: '1.0.0', dataFolder: '/a/practice' };
  const right = updateSignature.parse(JSON.parse(readFileSync(signature, 'utf8')));
  const changes = fc.oneof(
    fc.constantFrom('2.0.1', '99.0.0', '2.0.0\n').map((version) => ({ ...right, version })),
    fc.constantFrom('win32-x64', `${system} `, '').map((other) => ({ ...right, system: other })),
    fc.nat(127).map((at) => {
      const digit = right.sha512[at] === '0' ? '1' : '0';
      return { ...right, sha512: `${right.sha512.slice(0, at)}${digit}${right.sha512.slice(at + 1)}` };
    }),
    fc.base64String().map((wrong) => ({ ...right, signature: wrong })),
    fc.jsonValue(),
  );
  await fc.assert(
    fc.asyncProperty(changes, async (changed) => {
      writeFileSync(signature, JSON.stringify(changed));
      expect(await checkUpdate(installer, checking)).toMatchObject({
        problem: 'wrongSignature',
      });
    }),
    { numRuns: 200 },
  );
  writeFileSync(signature, Buffer.alloc(5_000_000, '{'));
  expect(await checkUpdate(installer, checking)).toMatchObject({ problem: 'wrongSignature' });
});
