import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { connect } from '../../src/main/core/store/open.ts';
import { filesIn } from '../support/files.ts';
import { managerPassword, openTestCore, temporaryFolder } from '../support/practice.ts';
import { type PracticeCopy, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
/** Time for a busy computer to start a process several times. */
vi.setConfig({ testTimeout: 180_000 });

type Killed = Pick<PracticeCopy, 'folder' | 'userIds' | 'dataEncryptionKey'>;

/** Runs a core until it is killed, some time after its first line; returns every whole line it had written by then. */
async function killDuring(task: string, { folder, userIds, dataEncryptionKey }: Killed, afterMilliseconds: number) {
  const script = path.join(import.meta.dirname, '../support/coreToKill.ts');
  const key = Buffer.from(dataEncryptionKey).toString('hex');
  const child = spawn(process.execPath, [script, task, folder, String(userIds.anna), key]);
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
  });
  child.stdout.on('data', (data) => {
    if (output === '') setTimeout(() => child.kill('SIGKILL'), afterMilliseconds);
    output += data;
  });
  const [code, signal] = await once(child, 'close');
  expect({ code, signal, errors }).toEqual({ code: null, signal: 'SIGKILL', errors: '' });
  return output
    .split('\n')
    .slice(0, -1)
    .map((line): unknown => JSON.parse(line));
}

const acknowledged = {
  draft: z.object({ draft: z.string(), version: z.number() }),
  incident: z.object({ incidentId: z.number(), callerId: z.number() }),
  contact: z.object({ contactId: z.number(), callerId: z.number(), text: z.string() }),
};

function only<Output>(schema: z.ZodType<Output>, lines: readonly unknown[]): Output[] {
  return lines.flatMap((line) => schema.safeParse(line).data ?? []);
}

/** Looks after a kill whether everything that was said to be saved is there. */
async function expectKept(files: PracticeCopy, lines: readonly unknown[]): Promise<void> {
  const { client, core, workAs } = await practice.open(files);
  await workAs('anna');
  const drafts = await client.contacts.drafts();
  const newest = only(acknowledged.draft, lines).at(-1);
  const kept = drafts.find(({ id }) => id === newest?.draft);
  // What was saved but not yet said may be there too.
  const version = newest?.version ?? Number.NaN;
  expect([`Versie ${version}`, `Versie ${version + 1}`]).toContain(kept?.text);
  for (const { incidentId, callerId } of only(acknowledged.incident, lines)) {
    const { history } = await client.callers.card({ callerId });
    expect(history).toContainEqual(expect.objectContaining({ kind: 'incident', id: incidentId }));
  }
  for (const { contactId, callerId, text } of only(acknowledged.contact, lines)) {
    const { history } = await client.callers.card({ callerId });
    expect(history).toContainEqual(expect.objectContaining({ kind: 'contact', id: contactId, text }));
  }
  await workAs('karin');
  expect(await client.audit.verify()).toMatchObject({ brokenAt: null });
  const integrity = core.context.core.session.unlocked?.connection.pragma('integrity_check', { simple: true });
  expect(integrity).toBe('ok');
  await core.close();
}

describe('a core in another process', () => {
  test('does not get the folder while this one has it', async () => {
    const files = await practice.open();
    expect(await killDuring('look', files, 0)).toMatchObject([{ kind: 'blocked', problem: 'folderInUse' }]);
    await files.workAs('anna');
    await files.core.close();
    expect(await killDuring('look', files, 0)).toMatchObject([{ kind: 'locked' }]);
  });
});

describe('a core that is killed at any moment', () => {
  test('keeps every draft, contact and incident that it said was saved', async () => {
    const files = await practice.open();
    await files.core.close();
    let versions = 0;
    for (let round = 0; round < 5; round += 1) {
      const lines = await killDuring('work', files, Math.random() * 300);
      await expectKept(files, lines);
      versions += only(acknowledged.draft, lines).length;
    }
    expect(versions).toBeGreaterThan(5);
  });

  test('during backups leaves only whole ones, and the next one clears what it left', async () => {
    const files = await practice.open();
    await files.core.close();
    await killDuring(
      'backUp',
      { ...files, userIds: { ...files.userIds, anna: files.userIds.karin } },
      20 + Math.random() * 100,
    );
    const backups = path.join(files.folder, 'backups');
    const left = filesIn(files.folder);
    expect([...left].filter(([, content]) => content.includes('egenkamp')).map(([name]) => name)).toEqual([]);
    const { client, core, workAs } = await practice.open(files, { now: Date.now() + 60_000 });
    await workAs('karin');
    for (const { name } of await client.backup.list()) {
      const backup = connect(path.join(backups, name), files.dataEncryptionKey);
      expect(backup.pragma('integrity_check', { simple: true })).toBe('ok');
      backup.close();
    }
    await client.backup.make();
    await core.close();
    expect([...filesIn(backups).keys()].filter((name) => !/^store-[\dTZ]+\.db$/.test(name))).toEqual([]);
  });

  test('during a set-up leaves a folder that starts anew, or a practice that its password opens', async () => {
    for (let round = 0; round < 3; round += 1) {
      const folder = temporaryFolder();
      const lines = await killDuring('setUp', { ...practice.copy(), folder }, Math.random() * 1500);
      const { client, core } = await openTestCore(folder, { now: Date.now() });
      const { kind } = core.state();
      expect(['new', 'locked']).toContain(kind);
      if (lines.length > 1) expect(kind).toBe('locked');
      if (kind === 'locked') await client.session.unlock({ userId: 1, password: managerPassword });
      else
        await client.setup.create({ practiceName: 'X', managerName: 'Y', password: managerPassword, language: 'nl' });
      expect(core.state().kind).toBe('unlocked');
      await core.close();
    }
  });
});
