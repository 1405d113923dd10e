import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesOf, keptChanges, withChanges } from '../../src/renderer/features/unfinished/keptChanges.ts';

const text = fc.string({ maxLength: 5 });
/** A figure that is typed may be emptied meanwhile. */
const figure = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(Number.NaN));
const rules = fc.record({
  name: text,
  limits: fc.record({ first: figure, second: figure }),
  months: fc.tuple(figure, figure, figure),
});

/** Written down and read again, as a form is that was left. */
const leave = (changes: unknown) => keptChanges.parse(JSON.parse(JSON.stringify(changes)));

test('a form that was left stands there again as it was typed', () => {
  fc.assert(
    fc.property(rules, rules, (stored, typed) => {
      expect(withChanges(stored, leave(changesOf(typed, stored)))).toEqual(typed);
    }),
  );
});

test('what a colleague saved meanwhile stays, wherever nothing was typed', () => {
  fc.assert(
    fc.property(rules, text, figure, text, (stored, typedName, savedFirst, savedName) => {
      const kept = leave(changesOf({ ...stored, name: typedName }, stored));
      const savedMeanwhile = { ...stored, name: savedName, limits: { ...stored.limits, first: savedFirst } };
      const shown = withChanges(savedMeanwhile, kept);
      expect(shown).toEqual({ ...savedMeanwhile, name: typedName === stored.name ? savedName : typedName });
    }),
  );
});

test('nothing changed is nothing kept, and what no field knows is left out', () => {
  fc.assert(
    fc.property(rules, (stored) => {
      expect(changesOf(structuredClone(stored), stored)).toEqual({});
      expect(withChanges(stored, { gone: 'x', name: 3, 'limits.first': 'x', 'limits.third': 1 })).toEqual(stored);
    }),
  );
});
