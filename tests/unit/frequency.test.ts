import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Call } from '../../src/main/core/rules/agreement.ts';
import {
  countCalls,
  defaultFrequencyRule,
  frequency,
  hasClearNeed,
  lastSevenDays,
  lookedAt,
  ownUsual,
} from '../../src/main/core/rules/frequency.ts';
import { channel, reason } from '../../src/shared/contract/channel.ts';

const DAY = 86_400_000;
const amsterdam = 'Europe/Amsterdam';
const now = Date.parse('2026-11-21T09:00:00Z');
const rule = defaultFrequencyRule;
const always = { from: 0, until: Number.MAX_SAFE_INTEGER };

const anyCall: fc.Arbitrary<Call> = fc.record({
  id: fc.integer({ min: 1, max: 60 }),
  channel: fc.constantFrom(...channel.options),
  reason: fc.constantFrom(null, ...reason.options),
  startedAt: fc.integer({ min: now - 100 * DAY, max: now }),
});
const usual = fc.option(fc.double({ min: 0, max: 20, noNaN: true }), { nil: null });

/** A question every so many days, from the oldest on. */
function everyDays(days: number, from: number, until: number, firstId = 1): Call[] {
  const count = Math.floor((until - from) / (days * DAY));
  return Array.from({ length: count }, (_, index) => ({
    id: firstId + index,
    channel: 'phone',
    reason: 'question',
    startedAt: from + index * days * DAY,
  }));
}

describe('the calls that are counted', () => {
  test('are each counted once, and only telephone calls without a clear need', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyCall, { selector: ({ id }) => id }), (calls) => {
        const expected = calls.filter((call) => call.channel === 'phone' && !hasClearNeed(call));
        expect(countCalls([...calls, ...calls], always)).toBe(expected.length);
      }),
    );
  });

  test.each(['urgent', 'result', 'appointment'] as const)('leave out a call about: %s', (why) => {
    expect(hasClearNeed({ id: 1, channel: 'phone', reason: why, startedAt: now })).toBe(true);
  });

  test('leave out the urgent line', () => {
    expect(hasClearNeed({ id: 1, channel: 'urgentLine', reason: null, startedAt: now })).toBe(true);
  });

  test('are those of seven whole days, also when one of them has 25 hours', () => {
    const { from, until } = lastSevenDays(Date.parse('2026-10-27T12:00:00Z'), amsterdam);
    expect((until - from) / 3_600_000).toBe(7 * 24 + 1);
    expect(lookedAt(now, amsterdam).until).toBe(lastSevenDays(now, amsterdam).until);
  });
});

describe('what is usual for a caller', () => {
  test('is the average of the weeks before, up to eight', () => {
    const weekStart = lastSevenDays(now, amsterdam).from;
    const calls = everyDays(3.5, weekStart - 70 * DAY, weekStart);
    expect(ownUsual(calls, weekStart - 70 * DAY, now, amsterdam)).toBeCloseTo(2, 0);
  });

  test('is not known for whom there are fewer than four whole weeks', () => {
    const weekStart = lastSevenDays(now, amsterdam).from;
    expect(ownUsual([], weekStart - 27 * DAY, now, amsterdam)).toBeNull();
    expect(ownUsual([], weekStart - 36 * DAY, now, amsterdam)).toBe(0);
    expect(ownUsual([], now, now, amsterdam)).toBeNull();
  });

  test('does not depend on the last seven days', () => {
    fc.assert(
      fc.property(fc.array(anyCall), fc.array(anyCall), (calls, more) => {
        const { from } = lastSevenDays(now, amsterdam);
        const recent = more.map((call, index) => ({ ...call, id: 100 + index, startedAt: from + index }));
        const first = now - 100 * DAY;
        expect(ownUsual([...calls, ...recent], first, now, amsterdam)).toBe(ownUsual(calls, first, now, amsterdam));
      }),
    );
  });
});

describe('a caller is noticed', () => {
  test('never with fewer calls than the house rule says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: rule.callsAWeek - 1 }), usual, usual, (calls, own, others) => {
        expect(frequency(calls, { own, others }, rule)).toBeNull();
      }),
    );
  });

  test('never without anything to compare with', () => {
    expect(frequency(99, { own: null, others: null }, rule)).toBeNull();
  });

  test('for calling at least so many times what they or others usually do, and says what that is', () => {
    fc.assert(
      fc.property(fc.integer({ min: rule.callsAWeek, max: 60 }), usual, usual, (calls, own, others) => {
        const notice = frequency(calls, { own, others }, rule);
        const more = own !== null && calls >= rule.timesOwnUsual * own;
        const most = others !== null && calls >= rule.timesOthers * others;
        expect(notice?.code ?? null).toBe(more ? 'moreThanBefore' : most ? 'moreThanOthers' : null);
        if (!notice) return;
        const compared = (more ? own : others) ?? 0;
        expect(notice.calls).toBe(calls);
        expect(notice.usual.atLeast).toBeLessThanOrEqual(compared);
        expect(notice.usual.atMost).toBeGreaterThanOrEqual(compared);
        expect(notice.usual.atMost - notice.usual.atLeast).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('and goes on being noticed when calling still more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), usual, usual, (calls, own, others) => {
        if (frequency(calls, { own, others }, rule)) expect(frequency(calls + 1, { own, others }, rule)).not.toBeNull();
      }),
    );
  });
});
