import { sql } from 'kysely';
import { beforeEach, expect, test, vi } from 'vitest';
import { aCaller, aDraft } from '../support/samples.ts';
import { type PracticeCopy, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const name = 'Zwaantje van Regenkamp';
const place = /main\/core\/[\w./-]+:\d+:\d+/.source;

const logged: string[] = [];
beforeEach(() => {
  logged.length = 0;
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation((...line) => void logged.push(line.map(String).join(' ')));
  }
});

/** A store that takes no row of a table, and says so with a name in it. */
async function refuse({ core }: PracticeCopy, table: string): Promise<void> {
  const database = core.context.core.session.unlocked?.database;
  if (!database) throw new Error('locked');
  const trigger = `create trigger refused before insert on ${table} begin select raise(abort, '${name}'); end`;
  await sql.raw(trigger).execute(database);
}

test('a procedure that fails as nobody expected is logged: which, what kind and where, and nothing else', async () => {
  const opened = await practice.open();
  await opened.workAs('anna');
  await refuse(opened, 'draft');
  await expect(opened.client.contacts.saveDraft(aDraft({ text: `Belde over ${name}.` }))).rejects.toThrow();
  expect(logged).toEqual([
    expect.stringMatching(
      new RegExp(`^defect in contacts\\.saveDraft: SqliteError SQLITE_CONSTRAINT_TRIGGER ${place}$`),
    ),
  ]);
});

test('so is a defect of the program itself, and an answer that the contract does not know', async () => {
  const opened = await practice.open();
  await opened.workAs('karin');
  const { session } = opened.core.context.core;
  const { unlocked } = session;
  if (!unlocked) throw new Error('locked');
  vi.spyOn(session, 'changed').mockImplementation(() => {
    throw new TypeError(`no ${name}\n    at ${name} (/app/src/main/index.ts:1:1)`);
  });
  await expect(opened.client.callers.create(aCaller())).rejects.toThrow();
  vi.mocked(session.changed).mockRestore();
  Object.assign(unlocked, { practice: { ...unlocked.practice, practiceName: 5 } });
  await expect(opened.client.session.state()).rejects.toThrow();
  expect(logged).toEqual([
    expect.stringMatching(new RegExp(`^defect in callers\\.create: TypeError ${place}$`)),
    expect.stringMatching(/^defect in session\.state: Error (elsewhere|main\/core\/[\w./:-]+)$/),
  ]);
});

test('what is refused as the contract says is no defect, and not logged', async () => {
  const opened = await practice.open();
  await expect(opened.client.callers.card({ callerId: 1 })).rejects.toMatchObject({ code: 'LOCKED' });
  await opened.workAs('anna');
  await expect(opened.client.callers.card({ callerId: 999_999 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(opened.client.audit.verify()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(logged).toEqual([]);
});

test('a defect while unlocking is told as one: no damage, no backup to put back, and the next try may be right', async () => {
  const opened = await practice.open();
  await opened.workAs('anna');
  await refuse(opened, 'auditEntry');
  await opened.core.lock();
  logged.length = 0;
  await opened.workAs('anna');
  const state = opened.core.state();
  expect(state).toMatchObject({ kind: 'blocked', problem: 'unexpected', mayRestore: false, mayGoOn: false });
  if (state.kind !== 'blocked') throw new Error('not blocked');
  expect(state.report).toMatch(
    new RegExp(`^Rugdekking 0\\.0\\.0-test · \\w+ \\w+ · unexpected · SqliteError SQLITE_CONSTRAINT_TRIGGER ${place}$`),
  );
  expect(logged).toEqual([expect.stringMatching(/^blocked by a defect: SqliteError SQLITE_CONSTRAINT_TRIGGER /)]);
  expect(logged.join()).not.toContain(name);
  await opened.client.session.retry();
  expect(opened.core.state()).toMatchObject({ kind: 'locked' });
});
