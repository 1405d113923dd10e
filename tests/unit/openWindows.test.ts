import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OpenWindows } from '../../src/main/core/features/session/openWindows.ts';
import type { AboutToLock } from '../../src/shared/contract/session.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const settled = () => vi.advanceTimersByTimeAsync(0);

/** Begins a hand-over, and tells what was said and whether it is over. */
function handOver(windows: OpenWindows) {
  const told: AboutToLock[] = [];
  const state = { told, isOver: false };
  void windows
    .handOver((word) => void told.push(word))
    .then(() => {
      state.isOver = true;
    });
  return state;
}

const steps = fc.array(
  fc.record({
    what: fc.constantFrom('answers', 'goes', 'answersForAnotherTurn', 'isNoWindow', 'comes'),
    which: fc.nat({ max: 4 }),
  }),
  { maxLength: 12 },
);

test('the lock waits for every window that was told, until it has answered or is gone, and for no other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 5 }), steps, async (count, done) => {
      const windows = new OpenWindows();
      for (let nth = 0; nth < count; nth += 1) windows.add();
      const over = handOver(windows);
      expect(over.told).toHaveLength(count);
      const awaited = new Set(over.told.map(({ window }) => window));
      for (const { what, which } of done) {
        const word = over.told[which % count];
        if (!word) throw new Error('no window was told');
        if (what === 'answers') windows.ready(word);
        if (what === 'goes') windows.remove(word.window);
        if (what === 'answersForAnotherTurn') windows.ready({ ...word, turn: word.turn + 1 });
        if (what === 'isNoWindow') windows.ready({ ...word, window: crypto.randomUUID() });
        if (what === 'comes') windows.add();
        if (what === 'answers' || what === 'goes') awaited.delete(word.window);
        await settled();
        expect(over.isOver).toBe(awaited.size === 0);
        expect(windows.areHandingOver).toBe(awaited.size > 0);
      }
      // One that hangs, or means harm, keeps the app open for a second and no longer.
      await vi.advanceTimersByTimeAsync(999);
      expect(over.isOver).toBe(awaited.size === 0);
      await vi.advanceTimersByTimeAsync(1);
      expect(over.isOver).toBe(true);
      expect(windows.areHandingOver).toBe(false);
    }),
  );
});

test('what a window answers too late does not count for the next lock', async () => {
  const windows = new OpenWindows();
  windows.add();
  const first = handOver(windows);
  await vi.advanceTimersByTimeAsync(1000);
  const second = handOver(windows);
  for (const word of first.told) windows.ready(word);
  await settled();
  expect(second.isOver).toBe(false);
  for (const word of second.told) windows.ready(word);
  await settled();
  expect(second.isOver).toBe(true);
});

test('without a window there is nobody to wait for', async () => {
  const over = handOver(new OpenWindows());
  await settled();
  expect(over).toEqual({ told: [], isOver: true });
});
