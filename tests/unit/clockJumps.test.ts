import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AftercareSoFar, aftercareClock, defaultAftercareRule } from '../../src/main/core/rules/aftercare.ts';
import { backupsToRemove, isBackupDue, lastBackup } from '../../src/main/core/rules/backupSchedule.ts';
import { bucket } from '../../src/main/core/rules/bucket.ts';
import { dayOf } from '../../src/main/core/rules/practiceTime.ts';
import { aftercareStep } from '../../src/shared/contract/aftercare.ts';
import { DAY, HOUR, inputs, MINUTE, oneBreak, oneSpan } from '../support/bucketInputs.ts';

const timeZone = 'Europe/Amsterdam';
const start = Date.parse('2026-11-21T08:00:00Z');
const YEAR = 365 * DAY;
const presence = { timeZone, workingDays: [1, 2, 3, 4, 5], holidays: new Set<string>(), absences: [] };

/** How far the clock is off, and for how long it stays so. */
const jump = fc.constantFrom(-YEAR, -DAY, -HOUR, HOUR, DAY, YEAR);
const passing = fc.integer({ min: 10, max: 30 * 60 }).map((minutes) => minutes * MINUTE);
const jumps = fc.array(fc.record({ off: fc.oneof(fc.constant(0), jump), passes: passing }), {
  minLength: 1,
  maxLength: 30,
});

describe('while the clock is set back and forward by an hour, a day and a year', () => {
  test('every day of the clock gets its backup, the one just made stays, and a right clock finds one of today', () => {
    fc.assert(
      fc.property(jumps, (all) => {
        let backups: { madeAt: number }[] = [];
        let passed = start;
        const unlock = (now: number) => {
          const lastAt = lastBackup(backups, now)?.madeAt ?? null;
          const isDue = isBackupDue({ lastAt, now, timeZone, hasChanged: true, isLocking: false });
          const made = isDue ? [{ madeAt: now }] : [];
          backups = [...backups, ...made];
          const removed = backupsToRemove(backups, now, timeZone);
          for (const one of made) expect(removed).not.toContain(one);
          // What another clock dated later is no reason to take anything away, and is not taken away.
          expect(removed.every(({ madeAt }) => madeAt <= now)).toBe(true);
          backups = backups.filter((backup) => !removed.includes(backup));
          expect(backups.some(({ madeAt }) => dayOf(madeAt, timeZone) === dayOf(now, timeZone))).toBe(true);
        };
        for (const { off, passes } of all) {
          passed += passes;
          unlock(passed + off);
        }
        unlock(passed);
        const last = lastBackup(backups, passed);
        expect(dayOf(last?.madeAt ?? 0, timeZone)).toBe(dayOf(passed, timeZone));
      }),
    );
  });

  test('aftercare asks for no step a second time, and is there again when the clock is right', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 60 * 24 }), { maxLength: aftercareStep.options.length });
    fc.assert(
      fc.property(gaps, jump, (hours, off) => {
        let at = start;
        const taken = hours.map((gap, nth) => {
          at += gap * HOUR;
          return { step: aftercareStep.options[nth] ?? 'first', taken: true, at };
        });
        const so: AftercareSoFar = { startedAt: start, answers: taken, rule: defaultAftercareRule, presence };
        const now = Math.max(start, ...taken.map(({ at }) => at)) + HOUR;
        const right = aftercareClock(so, now);
        const wrong = aftercareClock(so, now + off);
        const order = aftercareStep.options;
        const furthest = Math.max(-1, ...taken.map(({ step }) => order.indexOf(step)));
        if (wrong.next) expect(order.indexOf(wrong.next.step)).toBeGreaterThan(furthest);
        expect(wrong.next?.step).toBe(right.next?.step);
        expect(wrong.steps.map(({ dueBy }) => dueBy)).toEqual(right.steps.map(({ dueBy }) => dueBy));
      }),
    );
  });

  test('the bucket takes no notice of breaks and work that the clock dates later, and is never below empty', () => {
    fc.assert(
      fc.property(inputs, oneBreak, oneSpan, jump, (input, later, span, off) => {
        const { now } = input;
        const from = now + Math.abs(off);
        const dated = {
          ...input,
          breaks: [...input.breaks, { ...later, from, until: from + MINUTE }],
          work: [...input.work, { from, until: from + (span.until - span.from) }],
        };
        expect(bucket(dated).drops).toBeCloseTo(bucket(input).drops, 6);
        expect(bucket({ ...dated, now: now + off }).drops).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
