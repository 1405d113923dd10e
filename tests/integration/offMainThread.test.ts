import { expect, onTestFinished, test, vi } from 'vitest';
import { type OffMainThread, startOffMainThread } from '../../src/main/core/offMainThread.ts';
import { testOptions } from '../support/options.ts';

const { workerFile, workerArguments } = testOptions('', Date.now);

function startThread(mayRest: () => boolean): OffMainThread {
  const thread = startOffMainThread(workerFile, { execArgv: workerArguments, mayRest });
  onTestFinished(() => thread.close());
  return thread;
}

/** Node tells of every thread of this process. */
const threads = () => process.getActiveResourcesInfo().filter((kind) => kind === 'MessagePort').length;

const year = { year: 2027 };

test('a thread that was asked nothing for a while ends, gives its memory back, and begins again when it is asked', async () => {
  const before = threads();
  const thread = startThread(() => true);
  const holidays = await thread.run('publicHolidays', year);
  expect(holidays).toContain('2027-12-25');
  expect(threads()).toBeGreaterThan(before);
  await vi.waitFor(() => expect(threads()).toBe(before), { timeout: 10_000, interval: 200 });
  expect(await thread.run('publicHolidays', year)).toEqual(holidays);
});

test('what is asked together is answered together, and all of it before the thread is closed', async () => {
  const thread = startThread(() => true);
  const asked = [2026, 2027, 2028].map((each) => thread.run('publicHolidays', { year: each }));
  await thread.close();
  expect((await Promise.all(asked)).map(([first]) => first?.slice(0, 4))).toEqual(['2026', '2027', '2028']);
  await expect(thread.run('publicHolidays', year)).rejects.toThrow('the thread has ended');
});
