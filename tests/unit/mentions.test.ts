import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf, findable, withoutMentions } from '../../src/main/core/rules/mentions.ts';
import { dueOnOf, stillNeeded } from '../../src/main/core/rules/privacyRequest.ts';

describe('what of a caller is found in the texts about others', () => {
  test('is a name of several words and a number that is long enough', () => {
    expect(findable(['Zwaantje  Regenkamp', 'Jan', 'J. P.'], ['06 00 12 34 56', '113'])).toEqual([
      'Zwaantje Regenkamp',
      '06 00 12 34 56',
    ]);
  });

  test('is taken out whole, in whatever case, and nothing else is', () => {
    const words = ['Zwaantje Regenkamp', '0600123456'];
    const without = (text: string) => withoutMentions(text, words, '…');
    expect(without('zwaantje\nregenkamp belde, 0600123456.')).toBe('… belde, ….');
    expect(without('Zwaantje Regenkampen, 106001234567')).toBe('Zwaantje Regenkampen, 106001234567');
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const text = `${before} Zwaantje Regenkamp ${after}`;
        expect(without(text)).not.toContain('Zwaantje Regenkamp');
        expect(withoutMentions(before, [], '…')).toBe(before);
      }),
    );
  });

  test('is a number in whatever way it is written, and no other number', () => {
    const between = fc.constantFrom('', ' ', '-', '.', ' (', ') ');
    const before = fc.constantFrom('0', '+31', '0031', '+31 ', '0');
    fc.assert(
      fc.property(before, fc.array(between, { minLength: 9, maxLength: 9 }), (start, gaps) => {
        const written = `${start}${[...'600123456'].map((digit, at) => `${gaps[at]}${digit}`).join('')}`;
        for (const word of ['0600123456', '06 00 12 34 56']) {
          expect(withoutMentions(`Bel ${written}, of 5.`, [word], '…')).toBe('Bel …, of 5.');
        }
      }),
    );
    const abroad = withoutMentions('0032 470 00 00 11 en +32470000011', ['+32 470 00 00 11'], '…');
    expect(abroad).toBe('… en …');
    for (const other of ['06 00 12 34 567', '1 0600123456'.replace(' ', ''), '+32600123456']) {
      expect(withoutMentions(other, ['0600123456'], '…')).toBe(other);
    }
  });

  test('is shown with some words around it', () => {
    const text = `${'a '.repeat(100)}Zwaantje Regenkamp belde.`;
    expect(excerptOf(text, ['Zwaantje Regenkamp'])).toMatch(/^….* Zwaantje Regenkamp belde\.$/);
    expect(excerptOf('Niemand.', ['Zwaantje Regenkamp'])).toBe('');
  });

  test('may hold any sign', () => {
    const name = fc.string({ minLength: 1 }).map((word) => `Zwaantje ${word.trim() || 'x'}y`);
    fc.assert(
      fc.property(name, (odd) => {
        expect(withoutMentions(`(${odd})`, findable([odd], []), '…')).toBe('(…)');
      }),
    );
  });
});

test('a request is due within a month, or within three when it was extended', () => {
  expect(dueOnOf('2026-01-31', false)).toBe('2026-02-28');
  expect(dueOnOf('2026-11-21', true)).toBe('2027-02-21');
});

test('what runs is needed until its last day, a report until somebody writes down how it ended', () => {
  const now = Date.parse('2026-11-21T09:00:00Z');
  const measure = {
    ...{ id: 1, decidedAt: now - 1000, fromDay: '2026-11-21', lastDay: '2026-12-20', liftedAt: null },
    ...{ replacedAt: null, replacesId: null, outcome: '', openObjections: 0 },
  };
  const timeZone = 'Europe/Amsterdam';
  const needed = (one: Parameters<typeof stillNeeded>[0][number]) => stillNeeded([one], now, timeZone);
  expect(needed({ ...measure, step: 'contactBan' })).toEqual([{ reason: 'running', until: '2026-12-20' }]);
  expect(needed({ ...measure, step: 'contactBan', liftedAt: now })).toEqual([]);
  const report = { ...measure, step: 'policeReport', fromDay: null, lastDay: null } as const;
  expect(needed(report)).toEqual([{ reason: 'policeReport', until: null }]);
  expect(needed({ ...report, outcome: 'Geseponeerd.' })).toEqual([]);
});
