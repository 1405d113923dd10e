import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { dataFolderAt } from '../../src/main/core/store/folder.ts';
import { readKeyFile } from '../../src/main/core/store/keyFile.ts';
import { unwrapKey } from '../../src/main/core/store/keyWrapping.ts';
import { openStore } from '../../src/main/core/store/open.ts';
import { openTestCore, startOfTest, temporaryFolder } from '../support/practice.ts';
import { type PracticeCopy, practiceTemplate } from '../support/template.ts';

const program = path.join(import.meta.dirname, '../../src/tools/demoData.ts');
const size = ['--people', '50', '--contacts', '300', '--incidents', '12', '--now', new Date(startOfTest).toISOString()];

const answer = z.strictObject({
  folder: z.string(),
  users: z.array(z.string()),
  manager: z.string(),
  password: z.string(),
  recoveryKey: z.string(),
  people: z.number(),
  contacts: z.number(),
  incidents: z.number(),
});

function make(folder: string, ...rest: string[]) {
  const output = execFileSync(process.execPath, [program, '--folder', folder, ...size, ...rest], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const lines = output.trim().split('\n');
  expect(lines).toHaveLength(1);
  return answer.parse(JSON.parse(output));
}

function refuse(...typed: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...typed], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stdout).toBe('');
  return stderr;
}

/** Everything the generator wrote, as text. */
async function contentOf(folder: string, password: string): Promise<string> {
  const dataFolder = dataFolderAt(folder);
  const key = readKeyFile(dataFolder)?.users[0]?.key;
  const opened = key && (await unwrapKey(password, key, []));
  if (!opened) throw new Error('the password opens nothing');
  const connection = openStore(dataFolder.store, opened.dataEncryptionKey);
  const tables = ['user', 'caller', 'callerNumber', 'contact', 'incident', 'incidentBehaviour', 'incidentOutcome'];
  const content = tables.map((table) => connection.prepare(`select * from ${table}`).all());
  connection.close();
  return JSON.stringify(content);
}

describe('npm run demo:data', () => {
  test('makes a store that every worker opens, of the size that was asked', async () => {
    const folder = path.join(temporaryFolder(), 'practice');
    const made = make(folder);
    expect(made).toMatchObject({ folder, users: ['Karin', 'Anna', 'Bram', 'Fatma'], manager: 'Karin' });
    expect(made).toMatchObject({ people: 50, contacts: 300, incidents: 12 });
    const { client } = await openTestCore(folder);
    const state = await client.session.state();
    const users = state.kind === 'locked' ? state.users : [];
    expect(users.map(({ name }) => name)).toEqual(made.users);
    for (const { id, name } of users) {
      await client.session.unlock({ userId: id, password: made.password });
      const role = name === made.manager ? 'manager' : 'receptionist';
      expect(await client.session.state()).toMatchObject({ kind: 'unlocked', user: { name, role } });
    }
    await client.session.resetPassword({
      userId: users[0]?.id ?? 0,
      recoveryKey: made.recoveryKey,
      newPassword: 'weer-een-nieuw-wachtwoord',
    });
    expect(await client.callers.search({ query: '', limit: 20 })).toEqual([]);
    expect((await client.review.day({ date: null })).leftFromBefore.length).toBeLessThanOrEqual(12);
  });

  test('makes the same people and contacts for the same seed and time, and others for another seed', async () => {
    const [once, again, other] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    const { password } = make(once, '--seed', '5');
    make(again, '--seed', '5');
    make(other, '--seed', '6');
    const content = await contentOf(once, password);
    expect(await contentOf(again, password)).toBe(content);
    expect(await contentOf(other, password)).not.toBe(content);
  });

  test('leaves a folder with a practice as it is', () => {
    const folder = temporaryFolder();
    make(folder);
    const before = readFileSync(path.join(folder, 'keys.json'), 'utf8');
    expect(refuse('--folder', folder, ...size)).toContain(`--folder ${folder}: there is a practice`);
    expect(readFileSync(path.join(folder, 'keys.json'), 'utf8')).toBe(before);
  });

  test.each([
    [['--contacts', '1e3'], '--contacts 1e3: give a whole number'],
    [['--people', '0'], '--people 0: contacts need somebody'],
    [['--incidents', '301'], '--incidents 301: each belongs to a contact'],
    [['--seed', 'x'], '--seed x: give a whole number'],
    [['--now', 'soon'], '--now soon: give a date'],
    [['--poeple', '3'], '--poeple'],
  ])('refuses %s and says what to type', (typed, message) => {
    const folder = temporaryFolder();
    expect(refuse('--folder', folder, ...size, ...typed)).toContain(message);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('asks for what is missing', () => {
    expect(refuse(...size)).toContain('--folder is missing');
    expect(refuse('--folder', temporaryFolder(), '--people', '3')).toContain('--contacts is missing');
  });
});

describe('the invented practice to try things with', () => {
  const practice = practiceTemplate();

  /** Every row of every table that somebody can have written, without the log, which keeps all. */
  function everyRow({ core }: Pick<PracticeCopy, 'core'>): Record<string, unknown> {
    const { connection } = core.context.core.session.unlocked ?? {};
    const tables = connection?.prepare<[], string>("select name from sqlite_schema where type = 'table'").pluck().all();
    const written = (tables ?? []).filter((name) => !/^(sqlite_|callerSearch|callerNameChange|auditEntry)/.test(name));
    return Object.fromEntries(written.map((name) => [name, connection?.prepare(`select * from "${name}"`).all()]));
  }

  test('has something true to life on every page of the manager', async () => {
    const { client, workAs } = await practice.open();
    await workAs('karin');
    await client.setup.loadDemo();
    const { concerns } = await client.distress.register();
    expect(concerns.map(({ isComplete }) => isComplete)).toEqual([false, true, true, true]);
    const { trainings, due } = await client.trainings.register();
    expect(trainings.length).toBeGreaterThan(3);
    expect(due).toBeGreaterThan(0);
    const states = (await client.coaching.list()).map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['toHold', 'planned', 'held']));
    const { turns, absences } = await client.rotation.week({ date: null });
    expect(turns.length + absences.length).toBeGreaterThan(0);
    const { open, closed } = await client.questionnaires.list();
    expect(open).toMatchObject({ answered: 2 });
    expect(closed[0]?.result.groups.map(({ size }) => size)).toEqual([6, 5]);
    const written = (await client.houseRules.overview()).filter(({ decided }) => decided !== null);
    const read = written.map(({ readers, version }) => readers.filter((reader) => reader.version === version).length);
    expect(read.every((count) => count > 0)).toBe(true);
    const { improvements, checks } = await client.prevention.overview();
    expect(improvements.map(({ isLate }) => isLate)).toContain(true);
    expect(improvements.map(({ effect }) => effect?.verdict)).toContain('fewer');
    expect(checks.some(({ isDue }) => isDue)).toBe(true);
    const report = await client.trends.report({ unit: 'week', until: null, only: null });
    expect(report.events.length).toBe(3);
    expect(report.periods.map(({ signal }) => signal?.direction)).toContain('above');
    expect(report.groups.function.length).toBeGreaterThan(1);
    const { running, ended } = await client.aftercare.list();
    const offers = running.flatMap((one) => one.offers);
    expect(running.some(({ next }) => next?.state === 'late')).toBe(true);
    expect(offers.some(({ acceptedAt }) => acceptedAt !== null)).toBe(true);
    expect(offers.some(({ outcome }) => outcome === 'refused')).toBe(true);
    expect(ended.length).toBeGreaterThan(0);
    expect((await client.breaks.teamWeeks()).length).toBeGreaterThan(3);
  });

  test('is taken away with all that was noted about its people, and nothing of the practice goes with it', async () => {
    const opened = await practice.open();
    const { client, workAs, clock, userIds } = opened;
    await workAs('karin');
    const own = { name: 'Eigen training', kind: 'other', validMonths: 12 } as const;
    const { trainingId } = await client.trainings.add(own);
    const doneOn = new Date(clock.now - 86_400_000).toISOString().slice(0, 10);
    await client.trainings.record({ trainingId, userIds: [userIds.anna], doneOn, certificate: '', renewBy: null });
    const before = everyRow(opened);
    await client.setup.loadDemo();
    const { trainings } = await client.trainings.register();
    const invented = trainings.find(({ name }) => name !== own.name);
    const colleague = invented?.trainees.find(({ name }) => name.endsWith('(oefening)'));
    if (!invented || !colleague) throw new Error('no training of an invented colleague');
    const record = { doneOn, certificate: '', renewBy: null };
    await client.trainings.record({ ...record, trainingId: invented.id, userIds: [userIds.karin] });
    await client.trainings.record({ ...record, trainingId, userIds: [colleague.userId] });
    const [written] = (await client.houseRules.overview()).filter(({ decided }) => decided !== null);
    if (!written) throw new Error('no text of the invented practice');
    await client.houseRules.decide({ document: written.document, words: written.words, note: '' });
    await client.houseRules.confirmRead({ document: written.document, version: written.version + 1 });
    const { toAnswer } = await client.questionnaires.mine();
    expect(toAnswer).not.toBeNull();
    await client.setup.removeDemo();
    expect(everyRow(opened)).toEqual(before);
  });
});
