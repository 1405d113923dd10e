import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { largestMessage } from '../../src/main/core/line.ts';
import { fuzzRun } from '../support/fuzzRun.ts';
import { openTestCore } from '../support/practice.ts';
import { wrongMessages } from '../support/wrongMessages.ts';

const { inputs, seed } = fuzzRun(2000);
vi.setConfig({ testTimeout: 60_000 + inputs * 10 });

const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
beforeAll(() => void process.on('unhandledRejection', note));
afterAll(() => void process.off('unhandledRejection', note));

/** A line to a new core, and everything that came back on it. */
async function openLine() {
  const { core } = await openTestCore();
  const sent: string[] = [];
  const line = core.openLine((message) => sent.push(String(message)));
  const state = (id: string) => line.receive(JSON.stringify({ i: id, p: { u: '/session/state' } }));
  const answers = async (id: string) => {
    await expect.poll(() => sent.some((message) => JSON.parse(message).i === id)).toBe(true);
  };
  return { line, sent, state, answers };
}

describe('a line from a window to the core', () => {
  test('drops whatever no window sends, and answers what comes after it', async () => {
    const { line, sent, state, answers } = await openLine();
    console.log(`fuzz: seed ${seed}, ${inputs} messages`);
    for (const message of fc.sample(wrongMessages, { seed, numRuns: inputs })) line.receive(message);
    line.receive(`"${'x'.repeat(largestMessage)}"`);
    line.receive('['.repeat(200_000));
    state('last');
    await answers('last');
    // What names a procedure gets an answer, and nothing else does.
    for (const message of sent) expect(JSON.parse(message)).toEqual(expect.objectContaining({ i: expect.any(String) }));
    expect(unhandled).toEqual([]);
  });

  test('that is broken while an answer or a stream is under way hurts nobody', async () => {
    const { core } = await openTestCore();
    const line = core.openLine(() => {
      throw new Error('the window is gone');
    });
    line.receive(JSON.stringify({ i: '1', p: { u: '/session/state' } }));
    line.receive(JSON.stringify({ i: '2', p: { u: '/session/events' } }));
    line.receive(JSON.stringify({ i: '2', t: 4 }));
    line.close();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(unhandled).toEqual([]);
  });

  test('takes a number in use no second time, and stops a stream when the window says so', async () => {
    const { line, sent, answers } = await openLine();
    const events = JSON.stringify({ i: '7', p: { u: '/session/events' } });
    line.receive(events);
    line.receive(events);
    await answers('7');
    line.receive(JSON.stringify({ i: '7', t: 4 }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(sent.filter((message) => JSON.parse(message).t === undefined)).toHaveLength(1);
    expect(unhandled).toEqual([]);
  });
});
