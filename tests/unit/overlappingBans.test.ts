import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BanCover, closedUntil, overlaps, replacedAs } from '../../src/main/core/rules/overlappingBans.ts';
import { bannableChannel, banScope } from '../../src/shared/contract/measureDecision.ts';

const days = Array.from({ length: 20 }, (_, index) => `2026-12-${String(index + 1).padStart(2, '0')}`);
const ban: fc.Arbitrary<BanCover> = fc
  .record({
    from: fc.constantFrom(...days),
    lastDay: fc.constantFrom(...days),
    channels: fc.uniqueArray(fc.constantFrom(...bannableChannel.options), { minLength: 1 }),
    scope: fc.constantFrom(...banScope.options),
    name: fc.constantFrom('Anna', 'Balie'),
  })
  .filter(({ from, lastDay }) => from <= lastDay)
  .map(({ name, ...cover }) => ({ ...cover, scopeName: cover.scope === 'everything' ? '' : name }));

const closes = (one: BanCover, channel: string, place: { scope: string; scopeName: string }, day: string): boolean =>
  one.from <= day &&
  day <= one.lastDay &&
  one.channels.some((closed) => closed === channel) &&
  (one.scope === 'everything' || (one.scope === place.scope && one.scopeName === place.scopeName));

describe('two bans of one caller', () => {
  test('overlap exactly when there is a day on which both would run', () => {
    fc.assert(
      fc.property(ban, ban, (one, other) => {
        const both = days.some(
          (day) => one.from <= day && day <= one.lastDay && other.from <= day && day <= other.lastDay,
        );
        expect(overlaps(one, other)).toBe(both);
        expect(overlaps(other, one)).toBe(both);
      }),
    );
  });

  test('one that narrows closes nothing that was open, one that extends opens nothing that was closed', () => {
    fc.assert(
      fc.property(ban, ban, (before, later) => {
        const after = { ...later, from: before.from };
        const as = replacedAs(before, after);
        for (const channel of bannableChannel.options) {
          for (const day of days) {
            const [was, is] = [closes(before, channel, after, day), closes(after, channel, after, day)];
            if (as === 'narrowed') expect(is && !was).toBe(false);
            if (as === 'extended') expect(closes(before, channel, before, day) && !is).toBe(false);
          }
        }
      }),
    );
  });

  test('the same for longer extends, the same for shorter or with less narrows, anything else replaces', () => {
    const phone: BanCover = {
      ...{ from: '2026-12-01', lastDay: '2026-12-10', channels: ['phone', 'desk'], scope: 'everything', scopeName: '' },
    };
    expect(replacedAs(phone, { ...phone, lastDay: '2026-12-20' })).toBe('extended');
    expect(replacedAs(phone, { ...phone, lastDay: '2026-12-05' })).toBe('narrowed');
    expect(replacedAs(phone, { ...phone, scope: 'worker', scopeName: 'Anna' })).toBe('narrowed');
    expect(replacedAs(phone, { ...phone, channels: ['mail'] })).toBe('replaced');
    expect(replacedAs(phone, { ...phone, channels: ['phone'], lastDay: '2026-12-20' })).toBe('replaced');
  });
});

test('one picture of many bans: every channel of a place once, until the last of the bans that close it', () => {
  fc.assert(
    fc.property(fc.array(ban, { maxLength: 5 }), (bans) => {
      const picture = closedUntil(bans);
      const lines = picture.flatMap(({ channels, scope, scopeName, lastDay }) =>
        channels.map((channel) => [channel, scope, scopeName, lastDay].join(' ')),
      );
      const expected = new Map<string, string>();
      for (const { channels, scope, scopeName, lastDay } of bans)
        for (const channel of channels) {
          const place = [channel, scope, scopeName].join(' ');
          expected.set(place, [expected.get(place) ?? '', lastDay].sort().at(-1) ?? '');
        }
      expect(lines.sort()).toEqual([...expected].map(([place, lastDay]) => `${place} ${lastDay}`).sort());
    }),
  );
});
