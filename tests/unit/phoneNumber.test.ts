import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPhoneNumber } from '../../src/main/core/rules/phoneNumber.ts';

describe('a telephone number', () => {
  test('is the same in every notation', () => {
    const notations = ['06 00 12 34 56', '0600123456', '06-00123456', '+31 6 00 12 34 56', '0031600123456'];
    const more = ['+31 (0)6 00123456', '(06) 00 12 34 56', ' 06.00.12.34.56 '];
    for (const typed of [...notations, ...more]) {
      expect([typed, readPhoneNumber(typed)?.digits]).toEqual([typed, '600123456']);
    }
  });

  test('keeps its country when that is another', () => {
    expect(readPhoneNumber('+32 470 00 00 11')).toMatchObject({ number: '+32 470 00 00 11', digits: '0032470000011' });
    expect(readPhoneNumber('0032470000011')?.digits).toBe('0032470000011');
  });

  test('may be an internal or a short one', () => {
    expect(readPhoneNumber('112')?.digits).toBe('112');
    expect(readPhoneNumber('24')?.digits).toBe('24');
    expect(readPhoneNumber('0900-0101')?.digits).toBe('9000101');
    expect(readPhoneNumber('0800-2000')?.digits).toBe('8002000');
  });

  test.each(['', ' ', 'geen', '1', '12345678901234567890', '06 0O 12 34 56', '+', '0031', '06 123', '0612345'])(
    '%j is none',
    (typed) => expect(readPhoneNumber(typed)).toBeNull(),
  );

  const typed = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(...'0123456789+ -()./') }),
    fc.integer({ min: 100_000_000, max: 999_999_999 }).map((digits) => `0${digits}`),
    fc.integer({ min: 10_000_000, max: 999_999_999 }).map((digits) => `+32${digits}`),
  );

  test('is digits both ways round, and reads as itself when it is shown', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const read = readPhoneNumber(text);
        if (!read) return;
        expect(read.digits).toMatch(/^\d+$/);
        expect(read.reversedDigits).toBe([...read.digits].reverse().join(''));
        expect(readPhoneNumber(read.number)).toEqual(read);
      }),
      { numRuns: 5000 },
    );
  });
});
