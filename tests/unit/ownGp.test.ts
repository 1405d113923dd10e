import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isListedAs, type ListedGp, ownGpOf } from '../../src/main/core/rules/ownGp.ts';

const name = fc.constantFrom('', 'Zonnedal', 'zonnedal', 'Vermeer', ' ');
const card = fc.record({
  generalPractitioner: name,
  generalPractitionerNumber: fc.constantFrom('', '024 000 0031'),
});
const listedGp: fc.Arbitrary<ListedGp> = fc.record({
  name: fc.constantFrom('Zonnedal', 'Vermeer', 'Berkenhof'),
  number: fc.constantFrom('', '024 000 0041', '024 000 0042'),
  check: fc.constantFrom('missing', 'unverified', 'overdue', 'checked'),
  checkedOn: fc.constantFrom(null, '2026-03-02'),
});

test('the caller’s own practitioner has the number that was typed, or that of the telephone list, never another’s', () => {
  fc.assert(
    fc.property(card, fc.array(listedGp, { maxLength: 4 }), (typed, listed) => {
      const ownGp = ownGpOf(typed, listed);
      const { generalPractitioner, generalPractitionerNumber } = typed;
      const isEmpty = generalPractitioner.trim() === '' && generalPractitionerNumber === '';
      const asTyped = { name: generalPractitioner, number: generalPractitionerNumber, check: null, checkedOn: null };
      const found = listed.find((gp) => isListedAs(typed, gp.name));
      if (generalPractitionerNumber !== '') expect(found).toBeUndefined();
      expect(ownGp).toEqual(isEmpty ? null : (found ?? asTyped));
    }),
  );
});

test('a name is known however it was typed', () => {
  const zonnedal: ListedGp = { name: 'Zônnedal', number: '024 000 0041', check: 'checked', checkedOn: '2026-03-02' };
  const typed = { generalPractitioner: 'zonnedal', generalPractitionerNumber: '' };
  expect(ownGpOf(typed, [zonnedal])).toEqual(zonnedal);
});
