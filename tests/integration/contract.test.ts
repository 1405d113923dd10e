import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { call as invoke, Procedure } from '@orpc/server';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../src/main/core/procedures.ts';
import type { Access } from '../../src/shared/contract/base.ts';
import { contract } from '../../src/shared/contract/index.ts';
import { proceduresOf } from '../support/contractInputs.ts';
import { openTestCore, type TestCore } from '../support/practice.ts';
import { rights } from '../support/rights.ts';
import { strangeInputs } from '../support/strangeInputs.ts';
import { type Call, portTo, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();

const procedures = proceduresOf(contract);

/** `answered`, or the code of the error that a call ends with. */
async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    const answer = await call;
    if (answer instanceof Object && 'return' in answer && typeof answer.return === 'function') await answer.return();
    return 'answered';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

describe('the contract', () => {
  test('gives every procedure an access, the one that was reviewed', () => {
    const declared = (access: Access) => procedures.filter((procedure) => procedure.access === access);
    expect(procedures.filter(({ access }) => access === undefined)).toEqual([]);
    for (const access of ['open', 'recovery', 'user', 'manager'] as const) {
      expect([access, ...declared(access).map((procedure) => procedure.path)].sort()).toEqual(
        [access, ...rights[access]].sort(),
      );
    }
  });
});

interface Situation extends TestCore {
  /** Brings the situation back, whatever the call before did to it. */
  arrange(): Promise<void>;
  answered: Access[];
}

async function emptyFolder(): Promise<Situation> {
  const opened = await openTestCore();
  return { ...opened, arrange: async () => {}, answered: ['open'] };
}

async function locked(): Promise<Situation> {
  const opened = await practice.open();
  return { ...opened, arrange: () => opened.core.lock(), answered: ['open'] };
}

async function atWork(worker: 'anna' | 'karin'): Promise<Situation> {
  const opened = await practice.open();
  const answered: Access[] = worker === 'karin' ? ['open', 'user', 'manager'] : ['open', 'user'];
  return { ...opened, answered, arrange: () => opened.workAs(worker) };
}

async function blocked(): Promise<Situation> {
  const files = practice.copy();
  writeFileSync(path.join(files.folder, 'keys.json'), 'not what it was');
  return { ...(await practice.open(files)), answered: ['open'], arrange: async () => {} };
}

async function blockedAfterPassword(): Promise<Situation> {
  const files = practice.copy();
  rmSync(path.join(files.folder, 'store.db'));
  const opened = await practice.open(files);
  return { ...opened, answered: ['open', 'recovery'], arrange: () => opened.workAs('anna') };
}

const situations: [name: string, make: () => Promise<Situation>][] = [
  ['an empty folder', emptyFolder],
  ['locked', locked],
  ['a receptionist at work', () => atWork('anna')],
  ['a manager at work', () => atWork('karin')],
  ['blocked', blocked],
  ['blocked after a right password', blockedAfterPassword],
];

describe('every procedure, by its access, before its input is looked at', () => {
  test.each(situations)('%s', async (_name, make) => {
    const { core, arrange, answered } = await make();
    const { call } = portTo(core);
    let mayHaveChanged = true;
    for (const { path: name, access, inputs } of procedures) {
      if (mayHaveChanged) await arrange();
      const { session } = core.context.core;
      expect(refusal(undefined, session)).toBe('FORBIDDEN');
      const refused = access === 'recovery' || session.unlocked ? 'FORBIDDEN' : 'LOCKED';
      const expected = access && answered.includes(access) ? 'let through' : refused;
      const outcome = await outcomeOf(inputs ? call(name, 'no input of any procedure') : call(name));
      const got = ['LOCKED', 'FORBIDDEN'].includes(outcome) ? outcome : 'let through';
      expect([name, got]).toEqual([name, expected]);
      if (inputs && expected === 'let through') expect([name, outcome]).toEqual([name, 'BAD_REQUEST']);
      mayHaveChanged = !inputs && expected === 'let through';
    }
  });
});

describe('a procedure that declares no access', () => {
  test.each(situations)('is refused: %s', async (_name, make) => {
    const { core, arrange } = await make();
    await arrange();
    const undeclared = new Procedure({ ...core.router.session.state['~orpc'], meta: {} });
    expect(await outcomeOf(invoke(core.router.session.state, undefined, { context: core.context }))).toBe('answered');
    expect(await outcomeOf(invoke(undeclared, undefined, { context: core.context }))).toBe('FORBIDDEN');
  });
});

/** Whatever may be sent: any value, and objects with the fields that procedures know and wrong values in them. */
const fields = ['callerId', 'incidentId', 'draftId', 'userId', 'id', 'query', 'limit', 'date', 'text', 'name', 'note'];
const garbage = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true }),
  fc.dictionary(fc.constantFrom(...fields, '__proto__', 'constructor'), fc.jsonValue(), { noNullPrototype: true }),
);
const telling = /sqlite|\bselect\b|\binsert\b|\.ts\b|\.js\b|node_modules|\bat .+:\d+|[/\\](tmp|work|home|src)[/\\]/i;

function answerText(error: unknown): string {
  const seen = error instanceof Error ? { ...error, message: error.message, stack: undefined } : error;
  return JSON.stringify(seen);
}

describe('wrong input', () => {
  test('gives BAD_REQUEST, and nothing of what is inside', async () => {
    const { core, arrange, folder } = await atWork('karin');
    await arrange();
    const { call } = portTo(core);
    for (const { path: name, inputs, accepts, access } of procedures) {
      if (!inputs || access === 'recovery') continue;
      await fc.assert(
        fc.asyncProperty(garbage, async (input) => {
          fc.pre(!(await accepts(input)));
          const answer = await call(name, input).then(String, (error) => error);
          expect([name, answer]).toEqual([name, expect.objectContaining({ code: 'BAD_REQUEST' })]);
          expect(answerText(answer)).not.toMatch(telling);
          expect(answerText(answer)).not.toContain(folder);
        }),
        { numRuns: 20 },
      );
    }
  });

  test('to what is no procedure finds nothing', async () => {
    const { core, arrange } = await atWork('karin');
    await arrange();
    const { call } = portTo(core);
    const names = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.array(fc.constantFrom('callers', '__proto__', 'constructor', '~orpc', 'handler', '..', '%2e'), {
        maxLength: 4,
      }),
      fc.constantFrom('callers', 'callers.search.handler', 'session.~orpc', 'toString'),
    );
    for (const name of fc.sample(names, 100)) {
      expect([name, await outcomeOf(call(String(name), {}))]).toEqual([name, 'NOT_FOUND']);
    }
  });
});

/** These derive a key, which takes half a second. */
const slow = ['session.changePassword', 'session.resetPassword', 'team.add', 'team.setPassword'];

describe('an input about something that is not there', () => {
  async function tryAll(call: Call, inputs: Record<string, unknown>, names: readonly string[]) {
    for (const name of names) {
      const outcome = await outcomeOf(call(name, inputs[name]));
      expect([name, outcome]).toEqual([name, expect.stringMatching(/^(?!INTERNAL)[A-Z_]+$|^answered$/)]);
    }
  }

  test('is answered with an error that the contract declares', async () => {
    const { core, arrange, client } = await atWork('karin');
    await arrange();
    const { call } = portTo(core);
    const names = Object.keys(strangeInputs(1, ''));
    const withInput = procedures.filter(({ inputs, access }) => inputs && access !== 'recovery');
    expect([...names].sort()).toEqual(withInput.map((procedure) => procedure.path).sort());
    await tryAll(call, strangeInputs(999_999, 'geen'), slow);
    const ids = fc.constantFrom(999_998, 999_999, Number.MAX_SAFE_INTEGER, 2 ** 31);
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('%_"\'*;--', '\0', '٣٤', '\u{1F600}'),
    );
    const quick = names.filter((name) => !slow.includes(name));
    for (const [id, text] of fc.sample(fc.tuple(ids, texts), 25)) await tryAll(call, strangeInputs(id, text), quick);
    expect(await client.audit.verify()).toMatchObject({ brokenAt: null });
  });
});
