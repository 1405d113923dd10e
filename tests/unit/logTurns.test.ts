import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTurnExplained, type Turn, turning } from '../../src/main/core/rules/auditTail.ts';

const action = fc.constantFrom(...turning);
const turnsFrom = (first: number, branch: string, actions: readonly string[]): Turn[] =>
  actions.map((of, nth) => ({ id: first + nth, hash: `${branch} ${nth}`, action: of }));
const actions = fc.array(action, { maxLength: 4 });

describe('a log that lacks an end noted elsewhere', () => {
  test('does not say why when it is the beginning of what was noted', () => {
    const later = fc.array(
      action.filter((of) => of !== 'setup.restore'),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(actions, later, (before, since) => {
        const log = turnsFrom(1, 'log', before);
        expect(isTurnExplained(log, [...log, ...turnsFrom(100, 'noted', since)])).toBe(false);
      }),
    );
  });

  test('says why when it took a turn that the noted one did not', () => {
    fc.assert(
      fc.property(actions, actions, action, (before, since, turn) => {
        const both = turnsFrom(1, 'both', before);
        const log = [...both, ...turnsFrom(100, 'log', [turn])];
        expect(isTurnExplained(log, [...both, ...turnsFrom(100, 'noted', since)])).toBe(true);
      }),
    );
  });

  test('is no alarm where another computer went on from its backup', () => {
    fc.assert(
      fc.property(actions, actions, (before, since) => {
        const log = turnsFrom(1, 'log', before);
        expect(isTurnExplained(log, [...log, ...turnsFrom(100, 'other', ['setup.restore', ...since])])).toBe(true);
      }),
    );
  });
});
