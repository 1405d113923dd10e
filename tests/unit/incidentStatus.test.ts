import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Handled, statusOf } from '../../src/main/core/rules/incidentStatus.ts';

const when = fc.option(fc.integer({ min: 1, max: 1000 }), { nil: null });
const handled: fc.Arbitrary<Handled> = fc.record({
  duplicateOfId: when,
  closedAt: when,
  completedAt: when,
  questionAt: when,
  reviewedAt: when,
});

test('a second record is nothing else, and nothing else is one', () => {
  fc.assert(
    fc.property(handled, (incident) => {
      expect(statusOf(incident) === 'duplicate').toBe(incident.duplicateOfId !== null);
    }),
  );
});

test('waits for a manager exactly while nobody has reviewed it and no question is open', () => {
  fc.assert(
    fc.property(handled, (incident) => {
      const { duplicateOfId, closedAt, reviewedAt, questionAt, completedAt } = incident;
      const isHandled = duplicateOfId !== null || closedAt !== null || reviewedAt !== null;
      const isOpen = questionAt !== null && (completedAt ?? 0) < questionAt;
      expect(statusOf(incident) === 'new').toBe(!isHandled && !isOpen);
      expect(statusOf(incident) === 'needsCompleting').toBe(!isHandled && isOpen);
    }),
  );
});
