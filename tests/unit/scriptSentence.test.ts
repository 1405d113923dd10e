import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emergencyNumbers, lostNumbers } from '../../src/main/core/rules/scriptSentence.ts';

const piece = fc.constantFrom('112', '113', '1128', '0112', 'bel', 'meteen', '5113', ', ', '. ');
const words = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(' '));

test('words of one’s own never lose an emergency number that the sentence had', () => {
  fc.assert(
    fc.property(words, words, (starting, own) => {
      const lost = lostNumbers(starting, own);
      const kept = emergencyNumbers(own);
      for (const number of emergencyNumbers(starting)) {
        expect(lost.includes(number)).toBe(own.trim() !== '' && !kept.includes(number));
      }
      expect(lostNumbers(starting, `${own} ${starting}`)).toEqual([]);
    }),
  );
  expect(emergencyNumbers('Geen 0112, 1128 of 113x5113: bel 112.')).toEqual(['112', '113']);
});
