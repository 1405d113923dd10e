import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Ban, closes, isRunning, lastDayOf, reviewDayOf, stateOf } from '../../src/main/core/rules/contactBan.ts';
import { dayAfter, rangeOfDay } from '../../src/main/core/rules/practiceTime.ts';
import { channel } from '../../src/shared/contract/channel.ts';
import { bannableChannel, step } from '../../src/shared/contract/measureDecision.ts';

const zones = fc.constantFrom('Europe/Amsterdam', 'America/Santiago', 'Australia/Lord_Howe', 'Pacific/Apia');
const instants = fc.integer({ min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2030-01-01T00:00:00Z') });
const firstDay = '2026-01-01';
const days = fc.nat({ max: 900 }).map((after) => dayAfter(firstDay, after, 'Europe/Amsterdam'));
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });

const bans: fc.Arbitrary<Ban> = fc.record({
  step: fc.constantFrom(...step.options),
  fromDay: maybe(days),
  lastDay: maybe(days),
  decidedAt: instants,
  replacedAt: maybe(instants),
  liftedAt: maybe(instants),
  channels: fc.uniqueArray(fc.constantFrom(...bannableChannel.options)),
});

function aBan(ban: Partial<Ban> = {}): Ban {
  return {
    step: 'contactBan',
    fromDay: '2026-11-21',
    lastDay: '2026-12-20',
    decidedAt: 0,
    replacedAt: null,
    liftedAt: null,
    channels: ['phone', 'desk'],
    ...ban,
  };
}

describe('a contact ban', () => {
  test('never closes the urgent line, and no channel for an emergency, whatever is stored', () => {
    fc.assert(
      fc.property(
        bans,
        fc.constantFrom(...channel.options),
        fc.boolean(),
        instants,
        zones,
        (ban, on, grave, now, zone) => {
          expect(closes(ban, { channel: on, emergency: true }, now, zone)).toBe(false);
          expect(closes(ban, { channel: 'urgentLine', emergency: grave }, now, zone)).toBe(false);
          // Not even a list that the contract would never let in.
          const everything = { ...ban, channels: JSON.parse(JSON.stringify(channel.options)) };
          expect(closes(everything, { channel: 'urgentLine', emergency: grave }, now, zone)).toBe(false);
        },
      ),
    );
  });

  test('closes only what it names, and only while it runs', () => {
    fc.assert(
      fc.property(bans, fc.constantFrom(...bannableChannel.options), instants, zones, (ban, on, now, zone) => {
        const expected = ban.step === 'contactBan' && ban.channels.includes(on) && isRunning(ban, now, zone);
        expect(closes(ban, { channel: on, emergency: false }, now, zone)).toBe(expected);
      }),
    );
  });

  test('lapses exactly at the end of its last day, also when the clocks change', () => {
    fc.assert(
      fc.property(days, fc.nat({ max: 400 }), zones, (fromDay, length, zone) => {
        const lastDay = dayAfter(fromDay, length, zone);
        const ban = aBan({ fromDay, lastDay });
        const start = rangeOfDay(fromDay, zone).from;
        const end = rangeOfDay(lastDay, zone).until;
        expect(stateOf(ban, start - 1, zone)).toBe('planned');
        expect(stateOf(ban, start, zone)).toBe('running');
        expect(stateOf(ban, end - 1, zone)).toBe('running');
        expect(stateOf(ban, end, zone)).toBe('ended');
      }),
    );
    const overSummerTime = aBan({ fromDay: '2026-09-26', lastDay: '2026-10-25' });
    expect(isRunning(overSummerTime, Date.parse('2026-10-25T22:59:59Z'), 'Europe/Amsterdam')).toBe(true);
    expect(isRunning(overSummerTime, Date.parse('2026-10-25T23:00:00Z'), 'Europe/Amsterdam')).toBe(false);
  });

  test('once ended, lifted or replaced does not run again', () => {
    fc.assert(
      fc.property(bans, instants, fc.nat({ max: 10 ** 11 }), zones, (ban, now, later, zone) => {
        fc.pre(['ended', 'lifted', 'replaced'].includes(stateOf(ban, now, zone)));
        expect(isRunning(ban, now + later, zone)).toBe(false);
      }),
    );
  });

  test('of so many months ends the day before the same date, and is reviewed halfway', () => {
    expect(lastDayOf('2026-11-21', 1)).toBe('2026-12-20');
    expect(lastDayOf('2026-11-21', 3)).toBe('2027-02-20');
    expect(lastDayOf('2026-01-31', 1)).toBe('2026-02-27');
    expect(reviewDayOf('2026-11-21', '2026-12-20')).toBe('2026-12-06');
    fc.assert(
      fc.property(days, fc.nat({ max: 700 }), (fromDay, length) => {
        const lastDay = dayAfter(fromDay, length, 'Europe/Amsterdam');
        const review = reviewDayOf(fromDay, lastDay);
        expect(review >= fromDay && review <= lastDay).toBe(true);
      }),
    );
  });
});
