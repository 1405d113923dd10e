import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bucket, defaultBucketRule, risesOf } from '../../src/main/core/rules/bucket.ts';
import type { BreakInterval } from '../../src/main/core/rules/leak.ts';
import {
  atWork,
  breakKinds,
  crisisAt,
  DAY,
  HOUR,
  incidentAt,
  inputs,
  MINUTE,
  rose,
  start,
  twoIncidents,
} from '../support/bucketInputs.ts';

describe('the prompt', () => {
  test('comes with the default rule after two serious incidents in an hour, or one call in crisis, not after one', () => {
    expect(bucket(atWork)).toMatchObject({ line: 'suggest', prompt: true, canSnooze: true });
    const inAnHour = [incidentAt(start), incidentAt(start + HOUR)];
    expect(bucket({ ...atWork, drops: inAnHour, now: start + HOUR + MINUTE })).toMatchObject({ prompt: true });
    const crisis = { ...atWork, drops: [crisisAt(start)], now: start + 59 * MINUTE };
    expect(bucket(crisis)).toMatchObject({ line: 'suggest' });
    expect(bucket({ ...atWork, drops: [incidentAt(start)] })).toMatchObject({ line: 'none', prompt: false });
  });

  test('never comes while away from the phone', () => {
    fc.assert(
      fc.property(inputs, breakKinds, fc.nat(90), (input, kind, since) => {
        const running: BreakInterval = { kind, from: input.now - since * MINUTE, until: null };
        expect(bucket({ ...input, breaks: [...input.breaks, running] }).prompt).toBe(false);
      }),
    );
  });

  test('can be put off once, then comes back and stays', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.nat(40), (wait, more, later) => {
        const snoozed = rose + wait * MINUTE;
        const back = snoozed + defaultBucketRule.snoozeMinutes * MINUTE;
        const asked = (now: number) => bucket({ ...atWork, snoozes: [snoozed, snoozed + more * MINUTE], now });
        expect(asked(snoozed)).toMatchObject({ prompt: false, canSnooze: false });
        expect(asked(back - 1)).toMatchObject({ prompt: false, canSnooze: false });
        expect(asked(back)).toMatchObject({ prompt: true, canSnooze: false });
        expect(asked(back + later * MINUTE).prompt).toBe(bucket({ ...atWork, now: back + later * MINUTE }).prompt);
      }),
    );
  });

  test('is put off exactly once for any rule: a second snooze changes nothing', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const first = input.snoozes.filter((at) => at <= input.now).sort((a, b) => a - b);
        const { canSnooze } = bucket({ ...input, snoozes: first });
        const again = bucket({ ...input, snoozes: [...first, input.now] });
        if (!canSnooze) expect(again).toEqual(bucket({ ...input, snoozes: first }));
        else expect(again).toMatchObject({ prompt: false, canSnooze: false });
      }),
    );
  });

  test('does not stay away when it gets worse: over the second line it is back at once, and cannot be put off again', () => {
    const worse = [...twoIncidents, incidentAt(rose + 5 * MINUTE, { severity: 'verySerious' })];
    const snoozes = [rose + MINUTE];
    const seen = bucket({ ...atWork, drops: worse, snoozes, now: rose + 6 * MINUTE });
    expect(seen).toMatchObject({ line: 'insist', prompt: true, canSnooze: false });
  });

  test('stays away after a break, and comes back after other work', () => {
    const now = rose + 12 * MINUTE;
    const away = (kind: BreakInterval['kind']) => [{ kind, from: rose + MINUTE, until: rose + 3 * MINUTE }];
    expect(bucket({ ...atWork, breaks: away('break'), now })).toMatchObject({ line: 'suggest', prompt: false });
    expect(bucket({ ...atWork, breaks: away('otherWork'), now })).toMatchObject({ line: 'suggest', prompt: true });
    const again = [...twoIncidents, incidentAt(rose + 5 * MINUTE)];
    expect(bucket({ ...atWork, drops: again, breaks: away('break'), now })).toMatchObject({ prompt: true });
  });

  test('is counted once for each time the bucket rises over the first line', () => {
    expect(risesOf({ ...atWork, now: start + DAY })).toEqual([rose]);
    const later = start + 9 * HOUR;
    const drops = [...twoIncidents, incidentAt(later), incidentAt(later + MINUTE)];
    expect(risesOf({ ...atWork, drops, now: start + DAY })).toEqual([rose, later + MINUTE]);
    fc.assert(
      fc.property(inputs, (input) => {
        const rises = risesOf(input);
        expect(rises.every((at) => input.drops.some((event) => event.at === at))).toBe(true);
        if (bucket(input).line !== 'none') expect(rises.length).toBeGreaterThan(0);
      }),
    );
  });
});
