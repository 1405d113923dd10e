import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { contract } from '../../src/shared/contract/index.ts';
import { type AskedProcedure, proceduresOf } from '../support/contractInputs.ts';
import { fuzzRun } from '../support/fuzzRun.ts';
import { aCaller, aDraft, anIncident } from '../support/samples.ts';
import { type PracticeCopy, practiceTemplate } from '../support/template.ts';
import { anyInput, messageFor, nearlyRight } from '../support/wrongInputs.ts';

const { inputs: wanted, seed, isNightly } = fuzzRun(800);
const deadlineMs = 30_000;

vi.setConfig({ testTimeout: 60_000 + wanted * 100 });
const practice = practiceTemplate();

/** What must be in no answer to a wrong question: places, queries, stacks, and what is known of somebody. */
const telling =
  /sqlite|\bselect .+ from\b|\binsert into\b|\bupdate \w+ set\b|\.[tj]s:\d|node_modules|\n\s+at |[/\\](tmp|work|home|src)[/\\]/i;
const personal = /Regenkamp|Zwaantje|uitslag van woensdag|0612340099/;

/** These take half a second or more: but at night they are sent only what the contract refuses, and then some more. */
const slow = ['session.changePassword', 'session.resetPassword', 'session.unlock', 'setup.create', 'team.add'];
const slowToo = ['team.setPassword', 'exports.make', 'letters.preview', 'review.dayReport', 'trends.report'];

/** So many accepted inputs each of those gets. */
const ACCEPTED_AT_NIGHT = 6;

const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
beforeAll(() => void process.on('unhandledRejection', note));
afterAll(() => void process.off('unhandledRejection', note));

const reply = z.object({
  s: z.number().default(200),
  b: z.object({ json: z.unknown().optional() }).optional(),
});
const closedList = ['BAD_REQUEST', 'NOT_FOUND', 'LOCKED', 'FORBIDDEN'];
const failure = z.object({ code: z.string(), defined: z.boolean() });

/** The store as it is: how often it was written to, and what is in it. */
function storeOf({ core }: PracticeCopy) {
  const connection = core.context.core.session.unlocked?.connection;
  if (!connection) throw new Error('nobody is at work');
  const tables = connection.prepare(
    "select name from sqlite_schema where type = 'table' and sql not like 'create virtual%'",
  );
  return {
    writes: () => connection.prepare('select total_changes()').pluck().get(),
    content() {
      const hash = createHash('sha256');
      for (const name of tables.pluck().all()) {
        hash.update(String(name));
        for (const row of connection.prepare(`select * from "${name}"`).raw().iterate())
          hash.update(JSON.stringify(row));
      }
      return hash.digest('hex');
    },
    integrity: () => [connection.pragma('integrity_check', { simple: true }), connection.pragma('foreign_key_check')],
  };
}

/** Sends raw messages, and gives the whole answer as it would go to a window. */
function rawLine({ core }: PracticeCopy) {
  const waiting = new Map<string, (answer: string) => void>();
  const line = core.openLine((message) => {
    const text = typeof message === 'string' ? message : new TextDecoder('latin1').decode(message);
    const id = /"i":"(\w+)"/.exec(text)?.[1] ?? '';
    waiting.get(id)?.(text);
    waiting.delete(id);
  });
  let last = 0;
  return (path: string, input: unknown): Promise<string> => {
    last += 1;
    const id = String(last);
    return new Promise((resolve) => {
      const tooLate = setTimeout(() => resolve('no answer'), deadlineMs);
      waiting.set(id, (answer) => {
        clearTimeout(tooLate);
        line.receive(JSON.stringify({ i: id, t: 4 }));
        resolve(answer);
      });
      line.receive(messageFor(id, path, input));
    });
  };
}

async function aBusyPractice(): Promise<PracticeCopy> {
  const opened = await practice.open();
  await opened.workAs('anna');
  const caller = aCaller({ numbers: ['0612340099'] });
  const { callerId } = await opened.client.callers.create(caller);
  await opened.client.contacts.save(aDraft({ callerId }));
  await opened.client.incidents.record(anIncident({ callerId }));
  return opened;
}

/** The inputs for one procedure: nearly right ones for the most part, well-formed ones, and anything. */
async function inputsFor({ path, inputs, accepts }: AskedProcedure, count: number, nth: number): Promise<unknown[]> {
  const arbitrary = inputs
    ? fc.oneof({ arbitrary: nearlyRight(inputs), weight: 6 }, { arbitrary: inputs, weight: 2 }, anyInput)
    : anyInput;
  const made = fc.sample(arbitrary, { seed: seed + nth, numRuns: count });
  if (![...slow, ...slowToo].includes(path)) return made;
  const refused = await Promise.all(made.map(async (input) => !(await accepts(input))));
  let accepted = isNightly ? ACCEPTED_AT_NIGHT : 0;
  return made.filter((_input, index) => {
    if (refused[index]) return true;
    accepted -= 1;
    return accepted >= 0;
  });
}

/** What is asked last: it may take the receptionist's right to work, or the whole store. */
const last = ['team.remove', 'team.update'];
const order = ({ path, access }: AskedProcedure) => (last.includes(path) ? 2 : access === 'user' ? 0 : 1);
const asked = proceduresOf(contract)
  .filter(({ access }) => access !== 'recovery')
  .sort((left, right) => order(left) - order(right));

interface Outcome {
  /** `answered`, or the code of the error. */
  code: string;
  refused: boolean;
  /** What is wrong with the answer, if anything. */
  wrong: string[];
}

/** Reads an answer as it would go to a window: whether it refuses, and whether it says what it must not. */
function judge(answer: string, folder: string): Outcome {
  if (answer === 'no answer') return { code: answer, refused: false, wrong: [answer] };
  // A file comes behind its description; only what is in that text could be a refusal.
  const text = answer.split('\xff', 1)[0] ?? '';
  const { s, b } = reply.parse(JSON.parse(text).p);
  if (s < 400) return { code: 'answered', refused: false, wrong: [] };
  const { code, defined } = failure.parse(b?.json);
  const wrong = [
    ...(defined || closedList.includes(code) ? [] : ['a defect']),
    ...(telling.test(text) || text.includes(folder) ? ['tells what is inside'] : []),
    ...(personal.test(text) ? ['tells of somebody'] : []),
  ];
  return { code, refused: true, wrong };
}

test('whatever is asked of a procedure, nothing breaks, tells too much or is half done', async () => {
  const opened = await aBusyPractice();
  const { session } = opened.core.context.core;
  const ask = rawLine(opened);
  const each = Math.ceil(wanted / asked.length);
  const outcomes: Record<string, number> = {};
  const found: string[] = [];
  const aboutManager = z.object({ userId: z.literal(opened.userIds.karin) });
  console.log(`fuzz: seed ${seed}, ${each} inputs for each of ${asked.length} procedures`);

  async function workAs(worker: 'anna' | 'karin') {
    if (session.unlocked?.user.id !== opened.userIds[worker]) await opened.workAs(worker);
    return storeOf(opened);
  }

  for (const [nth, procedure] of asked.entries()) {
    for (const input of await inputsFor(procedure, each, nth)) {
      // Whoever asks stays a manager: taken off the team, or made a receptionist, they could not look at what is left.
      if (last.includes(procedure.path) && aboutManager.safeParse(input).success) continue;
      const store = await workAs(order(procedure) === 0 ? 'anna' : 'karin');
      const before = { writes: store.writes(), content: store.content() };
      const answer = await ask(procedure.path, input);
      await session.workUnderWay.get('erasure')?.done;
      const { code, refused, wrong } = judge(answer, opened.folder);
      outcomes[code] = (outcomes[code] ?? 0) + 1;
      if (unhandled.splice(0).length > 0) wrong.push('an unhandled failure');
      const mayCompare = refused && session.unlocked && store.writes() !== before.writes;
      if (mayCompare && store.content() !== before.content) wrong.push('refused, and yet something changed');
      if (wrong.length > 0)
        found.push(`${procedure.path}: ${wrong} ${answer.slice(0, 500)} ${fc.stringify(input).slice(0, 500)}`);
    }
  }
  console.log(`fuzz: ${JSON.stringify(outcomes)}`);
  expect(found, `seed ${seed}`).toEqual([]);
  const store = await workAs('karin');
  expect(store.integrity()).toEqual(['ok', []]);
  expect(await opened.client.audit.verify()).toMatchObject({ brokenAt: null });
});
