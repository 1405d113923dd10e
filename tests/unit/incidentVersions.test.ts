import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedFields, changesOf, factFields, versionAt } from '../../src/main/core/rules/incidentVersions.ts';
import { channel } from '../../src/shared/contract/channel.ts';
import { aggressionKind, behaviour, cause, outcome, severity } from '../../src/shared/contract/incidentKinds.ts';
import { factField, type IncidentFacts } from '../../src/shared/contract/incidents.ts';

const facts: fc.Arbitrary<IncidentFacts> = fc.record({
  callerId: fc.option(fc.integer({ min: 1, max: 3 })),
  occurredAt: fc.integer({ min: 0, max: 3 }),
  channel: fc.constantFrom(...channel.options),
  behaviours: fc.subarray(behaviour.options, { minLength: 1 }),
  severity: fc.constantFrom(...severity.options),
  outcomes: fc.subarray(outcome.options),
  cause: fc.option(fc.constantFrom(...cause.options)),
  aggressionKind: fc.option(fc.constantFrom(...aggressionKind.options)),
  words: fc.constantFrom('', 'Wat een rommeltje.'),
  account: fc.constantFrom('', 'Mopperde over de wachttijd.'),
  colleagueIds: fc.subarray([1, 2, 3]),
  witnessIds: fc.subarray([4, 5]),
  witnesses: fc.constantFrom('', 'De bezorger'),
});

/** States one after the other, each with the instant at which the next took its place. */
const history = fc
  .array(facts, { minLength: 1, maxLength: 6 })
  .chain((states) =>
    fc.record({
      states: fc.constant(states),
      times: fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), {
        minLength: states.length - 1,
        maxLength: states.length - 1,
      }),
    }),
  )
  .map(({ states, times }) => {
    const sorted = times.toSorted((a, b) => a - b);
    return {
      versions: sorted.map((replacedAt, index) => ({ facts: states[index] ?? states[0], replacedAt })),
      current: states.at(-1),
    };
  });

describe('versions of an incident', () => {
  test('compare every field that can be corrected', () => {
    expect([...factFields].sort()).toEqual([...factField.options].sort());
  });

  test('differ in nothing from themselves, whatever order things were chosen in', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const turned = { ...one, behaviours: one.behaviours.toReversed(), outcomes: one.outcomes.toReversed() };
        expect(changedFields(one, turned)).toEqual([]);
      }),
    );
  });

  test('say the same fields both ways, and those alone make one the other', () => {
    fc.assert(
      fc.property(facts, facts, (before, after) => {
        const fields = changedFields(before, after);
        expect(changedFields(after, before)).toEqual(fields);
        const made = { ...before, ...Object.fromEntries(fields.map((field) => [field, after[field]])) };
        expect(changedFields(made, after)).toEqual([]);
      }),
    );
  });

  test('follow each other: what one change leads to is what the next begins with', () => {
    fc.assert(
      fc.property(history, ({ versions, current }) => {
        fc.pre(current !== undefined);
        if (!current) return;
        const known = versions.flatMap(({ facts: one, replacedAt }) => (one ? [{ facts: one, replacedAt }] : []));
        const changes = changesOf(known, current);
        for (const [index, { after }] of changes.entries()) {
          expect(after).toBe(changes[index + 1]?.version.facts ?? current);
        }
      }),
    );
  });

  test('tell what an incident was at an instant: before a change what it was, after the last what it is', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 1001 }), ({ versions, current }, at) => {
        if (!current) return;
        const known = versions.flatMap(({ facts: one, replacedAt }) => (one ? [{ facts: one, replacedAt }] : []));
        const found = versionAt(known, at);
        const passed = known.filter(({ replacedAt }) => replacedAt < at).length;
        expect(found).toBe(known[passed] ?? null);
      }),
    );
  });
});
