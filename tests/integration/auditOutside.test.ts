import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checksums } from '../faults/practice.ts';
import { copyOf } from '../support/files.ts';
import { aCaller } from '../support/samples.ts';
import { passwords, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const DAY = 24 * 3_600_000;
const nothingElse = { brokenAt: null, shorter: [], backups: { unread: 0, differing: [] } };

function connectionOf({ core }: Awaited<ReturnType<typeof practice.open>>) {
  const connection = core.context.core.session.unlocked?.connection;
  if (!connection) throw new Error('the store is not open');
  return connection;
}

/** Changes an entry and all hashes after it, as whoever has the key can. */
const writeChainAnew = (connection: ReturnType<typeof connectionOf>) =>
  connection.exec(`drop trigger auditEntryStays;
    update auditEntry set userId = 77 where id = 3;
    update auditEntry set hash = sha256(coalesce((select hash from auditEntry e where e.id = auditEntry.id - 1),
      '${'0'.repeat(64)}') || json_array(at, userId, role, action, subject))`);

function run(folder: string, ...typed: string[]): Promise<{ code: number; text: string }> {
  return new Promise((resolve) => {
    const script = path.resolve('src/tools/auditVerify.ts');
    const child = execFile(process.execPath, [script, '--data', folder], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, text: stdout + stderr });
    });
    child.stdin?.end(typed.map((line) => `${line}\n`).join(''));
  });
}

describe('what stands outside of the audit log', () => {
  test('tells at the unlock that an older copy of the whole store has taken its place', async () => {
    const opened = await practice.open();
    const { core, client, folder, workAs, clock } = opened;
    await workAs('karin');
    await core.lock();
    cpSync(path.join(folder, 'store.db'), path.join(folder, 'older'));
    await workAs('karin');
    await client.callers.create(aCaller());
    await core.lock();
    cpSync(path.join(folder, 'older'), path.join(folder, 'store.db'));
    const older = checksums(folder);
    await workAs('karin');
    expect(core.state()).toMatchObject({ kind: 'blocked', problem: 'missingWork', mayGoOn: true });
    expect(checksums(folder)).toEqual(older);
    await client.session.goOn();
    const verdict = await client.audit.verify();
    expect(verdict).toMatchObject({ brokenAt: null, shorter: [clock.now] });
    const [, unlock, shorter] = await client.audit.list({ before: null, limit: 3 });
    expect([shorter?.action, unlock?.action]).toEqual(['audit.shorter', 'session.unlock']);
    const aside = Object.keys(checksums(folder)).filter((name) => name.startsWith('store.db-before-going-on-'));
    expect(aside.map((name) => checksums(folder)[name])).toEqual([older['store.db']]);
  });

  test('finds in the backups what somebody took out who wrote the whole chain anew', async () => {
    const opened = await practice.open();
    const { core, client, folder, workAs } = opened;
    await workAs('karin');
    await client.callers.create(aCaller());
    const { madeAt } = await client.backup.make();
    expect(await client.audit.verify()).toMatchObject({ ...nothingElse, backups: { read: 1, differing: [] } });
    writeChainAnew(connectionOf(opened));
    expect(await client.audit.verify()).toMatchObject({ brokenAt: null, backups: { differing: [madeAt] } });
    rmSync(path.join(folder, 'log-tail.json'));
    await core.lock();
    await workAs('karin');
    expect(await client.audit.verify()).toMatchObject({
      brokenAt: null,
      shorter: [],
      backups: { differing: [madeAt] },
    });
  });

  test('finds it in a backup from before the key was renewed too, and so does npm run audit:verify', async () => {
    const opened = await practice.open();
    const { core, client, folder, workAs } = opened;
    await workAs('karin');
    await client.callers.create(aCaller());
    const { madeAt } = await client.backup.make();
    await client.keys.renew();
    await core.context.core.session.workUnderWay.get('backup')?.done;
    expect(await client.audit.verify()).toMatchObject({ ...nothingElse, backups: { read: 2, unread: 0 } });
    writeChainAnew(connectionOf(opened));
    const { backups } = await client.audit.verify();
    expect(backups).toMatchObject({ unread: 0, differing: expect.arrayContaining([madeAt]) });
    await core.close();
    const { code, text } = await run(folder, 'Karin', passwords.karin);
    expect(text).toContain(`The backup of ${new Date(madeAt).toISOString()} holds entries that the log does not have.`);
    expect(text).toContain('Backups laid beside it: 2; not opened by any key: 0.');
    expect(code).toBe(1);
  });

  test('is no reason to keep somebody out when it cannot be read', async () => {
    const { core, client, folder, workAs } = await practice.open();
    writeFileSync(path.join(folder, 'log-tail.json'), 'not what it was');
    await workAs('karin');
    expect(await client.audit.verify()).toMatchObject(nothingElse);
    await core.lock();
    expect(JSON.parse(readFileSync(path.join(folder, 'log-tail.json'), 'utf8'))).toEqual({
      id: expect.any(Number),
      at: expect.any(Number),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
});

describe('the term of the audit log', () => {
  test('takes entries off its beginning, and leaves a chain that is whole', async () => {
    const opened = await practice.open();
    const { client, workAs, clock } = opened;
    await workAs('karin');
    const before = await client.audit.verify();
    await client.privacy.setTerm({ kind: 'auditLog', months: 6, reason: 'zo besloten' });
    clock.now += 200 * DAY;
    await workAs('karin');
    const goes = (await client.privacy.tryErasing()).kinds.find(({ kind }) => kind === 'auditLog')?.goes;
    expect(goes).toBeGreaterThanOrEqual(before.entries);
    const run = await client.privacy.eraseOverTerm();
    expect(run.counts).toContainEqual({ kind: 'auditLog', count: goes });
    const log = await client.audit.list({ before: null, limit: 200 });
    expect(log.find(({ action }) => action === 'audit.prune')?.subject).toMatch(/^\d+ [0-9a-f]{64}$/);
    expect(log.every(({ at }) => at === clock.now)).toBe(true);
    // Reading it was an entry as well.
    expect(await client.audit.verify()).toMatchObject({ entries: log.length + 1, ...nothingElse });
    connectionOf(opened).exec(`drop trigger auditEntryStays;
      delete from auditEntry where id = (select min(id) from auditEntry)`);
    expect((await client.audit.verify()).brokenAt).not.toBeNull();
  });
});

describe('npm run audit:verify', () => {
  test('checks the log with a password or the recovery key, and finds what was changed', async () => {
    const opened = await practice.open();
    const { core, folder, workAs, recoveryKey } = opened;
    await workAs('karin');
    expect(await run(folder, 'Karin', passwords.karin)).toEqual({
      code: 1,
      text: expect.stringContaining('has this folder open'),
    });
    await core.lock();
    await core.close();
    expect(await run(folder, 'Karin', 'not the password')).toMatchObject({ code: 1 });
    const whole = await run(folder, '', recoveryKey.join(' '));
    expect(whole.text).toContain('The chain is whole');
    expect(whole.code).toBe(0);
    const foreign = path.join(folder, 'backups', 'store-20260101T120000Z.db');
    writeFileSync(foreign, randomBytes(8192));
    const withUnread = await run(folder, '', recoveryKey.join(' '));
    expect(withUnread.text).toContain('not opened by any key: 1.');
    expect(withUnread.code).toBe(2);
    rmSync(foreign);
    const again = await practice.open({ ...opened, folder });
    await again.workAs('karin');
    connectionOf(again).exec('drop trigger auditEntryStays; update auditEntry set userId = 77 where id = 3');
    await again.core.close();
    const broken = await run(folder, 'Karin', passwords.karin);
    expect(broken.text).toContain('The chain is broken at entry 3');
    expect(broken.code).toBe(1);
    expect(broken.text).not.toContain(passwords.karin);
  });

  test('after a crash changes nothing, so that the next unlock misses no work', async () => {
    const opened = await practice.open();
    await opened.workAs('karin');
    await opened.client.callers.create(aCaller());
    // As it lies there when the program is ended by a power cut.
    const crashed = { ...opened, folder: copyOf(opened.folder) };
    const before = checksums(crashed.folder);
    expect(await run(crashed.folder, 'Karin', passwords.karin)).toMatchObject({ code: 0 });
    expect(checksums(crashed.folder)).toMatchObject(before);
    const again = await practice.open(crashed);
    await again.workAs('karin');
    expect(again.core.state()).toMatchObject({ kind: 'unlocked' });
    expect(await again.client.callers.search({ query: aCaller().displayName })).toHaveLength(1);
  });
});
