import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requiredText, shortText } from '../../src/shared/contract/base.ts';

describe('a name or label', () => {
  test('is one line of visible text, whatever was pasted', () => {
    const turning = fc.constantFrom(
      '\u202e',
      '\u2066',
      '\u200f',
      '\u061c',
      '\0',
      '\n',
      '\r\n',
      '\u2028',
      '\x1b',
      '\ud800',
    );
    const pasted = fc.array(fc.oneof(turning, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 20 });
    fc.assert(
      fc.property(pasted, (pieces) => {
        const { data = '' } = shortText.safeParse(pieces.join(''));
        expect(data).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]/u);
        expect(shortText.parse(data)).toBe(data);
      }),
    );
    expect(shortText.parse('Zwaantje\u202egpj.exe\nRegenkamp\t')).toBe('Zwaantjegpj.exe Regenkamp');
  });

  test('is left as it was typed otherwise, in any script', () => {
    for (const name of ['Zoë van ’t Hóf-Çelik', 'محمد', 'שרה', 'Nguyễn', '李', 'Fam. 👩‍👧'])
      expect(requiredText.parse(name)).toBe(name);
  });

  test('of which nothing can be seen is none', () => {
    expect(requiredText.safeParse('\u202e\0 \n').success).toBe(false);
  });
});
