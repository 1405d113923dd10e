import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contract } from '../../src/shared/contract/index.ts';
import { type AskedProcedure, proceduresOf } from '../support/contractInputs.ts';
import { aCaller, aCompletion, aDraft, anIncident } from '../support/samples.ts';
import { type PracticeCopy, portTo, practiceTemplate, type Worker } from '../support/template.ts';

/**
 * Nobody but the worker gets a tally. Two practices differ only in what Anna did with breaks, how heavy things were for
 * her, and when she was at work. Everything the contract offers is asked as others, with inputs made from its own
 * schemas: no answer may hold what only Anna knows, and no answer may differ between the two.
 */
const practice = practiceTemplate();

/** What Anna does that only she may see happens at these odd milliseconds, which nothing else happens at. */
const secretInstants = [1_234_567, 1_834_501, 2_345_678, 2_777_777, 3_210_123, 3_999_001, 4_111_337];

/** Who is at work must stay as it is, and these derive keys, show random ones or never end. */
const leftOut = [
  ...['session.events', 'session.lock', 'session.unlock', 'session.resetPassword', 'session.changePassword'],
  ...[
    'team.add',
    'team.remove',
    'team.setPassword',
    'backup.restore',
    'backup.recoverable',
    'backup.checkRecoverable',
    'setup.create',
  ],
  ...['setup.newRecoveryKey', 'setup.pendingRecoveryKey', 'setup.copyRecoveryKey', 'setup.confirmRecoveryKey'],
  ...['setup.recoveryKeyDocument', 'setup.loadDemo'],
  // Gives a new document a name by chance; it writes a text and reads nothing of anybody.
  'houseRules.decide',
];

const procedures = proceduresOf(contract).filter(({ path }) => !leftOut.includes(path));
const INPUTS_EACH = 3;
const others: Worker[] = ['karin', 'bram'];

async function inputsOf({ path, inputs, accepts }: AskedProcedure, seed: number): Promise<unknown[]> {
  if (!inputs) return [undefined];
  const accepted: unknown[] = [];
  for (const input of fc.sample(inputs, { numRuns: 600, seed })) {
    if (accepted.length < INPUTS_EACH && (await accepts(input))) accepted.push(input);
  }
  if (accepted.length === 0)
    throw new Error(`no input for ${path} was found: leave it out, with a reason, or help with one`);
  return accepted;
}

async function readable(value: unknown): Promise<unknown> {
  // A PDF says when it was made; how long it is tells whether something else stands in it.
  if (value instanceof Blob) return value.type.startsWith('text/') ? value.text() : value.size;
  if (Array.isArray(value)) return Promise.all(value.map(readable));
  if (!(value instanceof Object)) return value;
  const entries = Object.entries(value).map(async ([key, inner]) => [key, await readable(inner)] as const);
  // How many pages a store has is no tally of anybody.
  return Object.fromEntries((await Promise.all(entries)).filter(([key]) => key !== 'bytes'));
}

/** A day on which everybody sees the same of Anna; with `secretly` what only she sees as well. */
async function aDay({ client, workAs, clock, userIds }: PracticeCopy, secretly: boolean): Promise<void> {
  const start = clock.now;
  const ids = fc.sample(fc.uuid({ version: 4 }), { numRuns: 3, seed: 1 });
  await workAs('anna');
  const { callerId } = await client.callers.create(aCaller());
  await client.contacts.save(aDraft({ id: ids[0], callerId }));
  for (let nth = 0; nth < 3; nth += 1) {
    const { incidentId } = await client.incidents.record(anIncident({ callerId }));
    const weight = secretly ? 'heavier' : 'asItWas';
    await client.incidents.complete({ incidentId, done: true, completion: aCompletion({ weight }) });
  }
  const concern = { kind: 'crisis', finding: 'inDanger', handedOverTo: 'nobody', remark: '' } as const;
  await client.distress.record({ ...concern, callerId });
  await client.breaks.ask({ asked: { who: 'colleague', userId: userIds.bram } });
  const draft = aDraft({ id: ids[1], callerId });
  await client.contacts.saveDraft(draft);
  if (secretly) {
    const acts = [
      () => client.session.active(),
      () => client.breaks.snooze(),
      () => client.breaks.start({ kind: 'break', draftId: draft.id }),
      () => client.breaks.end(),
      () => client.breaks.start({ kind: 'otherWork', draftId: null }),
      () => client.session.active(),
      () => client.breaks.end(),
    ];
    for (const [index, act] of acts.entries()) {
      clock.now = start + (secretInstants[index] ?? 0);
      await act();
    }
    await client.breaks.exportTally();
    expect((await client.breaks.tally()).breaks).toHaveLength(2);
  }
  clock.now = start + 5_000_000;
  await workAs('bram');
  await client.session.active();
  await client.contacts.save(aDraft({ id: ids[2], callerId }));
}

interface Answer {
  asked: string;
  answer: unknown;
}

/** Asks everything as each of these workers, in an order and with inputs that depend on the seed alone. */
async function askAll(opened: PracticeCopy, seed: number, workers: readonly Worker[]): Promise<Answer[]> {
  const { core, workAs, clock } = opened;
  const { call } = portTo(core);
  const answers: Answer[] = [];
  for (const worker of workers) {
    for (const procedure of procedures) {
      for (const input of await inputsOf(procedure, seed)) {
        const state = core.state();
        if (state.kind !== 'unlocked' || state.user.id !== opened.userIds[worker]) await workAs(worker);
        clock.now += 1000;
        const answer = await call(procedure.path, input).then(readable, (error) => ({ code: error.code }));
        answers.push({ asked: `${worker}: ${procedure.path} ${JSON.stringify(input)}`, answer });
      }
    }
  }
  return answers;
}

/** Every text and number in an answer; the names of fields are the contract's own. */
function valuesIn(answer: unknown): unknown[] {
  if (answer instanceof Object) return Object.values(answer).flatMap(valuesIn);
  return [answer];
}

test.each([1, 2])(
  'whatever others ask, nothing they get depends on what Anna did with breaks (%i)',
  { timeout: 300_000 },
  async (seed) => {
    const [quiet, busy] = [await practice.open(), await practice.open()];
    const start = busy.clock.now;
    await aDay(quiet, false);
    await aDay(busy, true);
    const [seenOfQuiet, seenOfBusy] = [await askAll(quiet, seed, others), await askAll(busy, seed, others)];

    expect(seenOfBusy.length).toBeGreaterThan(200);
    const answered = seenOfBusy.filter(({ answer }) => !(answer instanceof Object && 'code' in answer));
    expect(answered.length).toBeGreaterThan(100);
    const secrets = [...secretInstants.map((after) => start + after), 'heavier'];
    const telling = (seen: Answer[]) =>
      seen.filter(({ answer }) => valuesIn(answer).some((value) => secrets.some((secret) => secret === value)));
    expect(telling(seenOfBusy)).toEqual([]);
    // The search would find it: Anna is told.
    expect(telling(await askAll(busy, seed, ['anna'])).length).toBeGreaterThan(0);
    const different = seenOfBusy.filter(({ answer }, index) => {
      const other = seenOfQuiet[index];
      return JSON.stringify(answer) !== JSON.stringify(other?.answer);
    });
    expect(different).toEqual([]);
  },
);
