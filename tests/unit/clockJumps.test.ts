import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AftercareSoFar, aftercareClock, defaultAftercareRule } from '../../src/main/core/rules/aftercare.ts';
import { answerBefore, answerNoLater } from '../../src/main/core/rules/answering.ts';
import { firstOther, isClockBehind, isExplained, replacing } from '../../src/main/core/rules/auditTail.ts';
import { backupsToRemove, isBackupDue } from '../../src/main/core/rules/backupSchedule.ts';
import { bucket } from '../../src/main/core/rules/bucket.ts';
import {
  closes,
  isToReview,
  lastDayOf,
  type Period,
  reviewDayOf,
  stateOf,
} from '../../src/main/core/rules/contactBan.ts';
import { lastBackup } from '../../src/main/core/rules/lastBackup.ts';
import { openIncidents } from '../../src/main/core/rules/nextStep.ts';
import { dayAfter, dayOf, rangeOfDay } from '../../src/main/core/rules/practiceTime.ts';
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

  describe('a contact ban', () => {
    /** Decided by a right clock, to begin that day or later, for a month, three or six. */
    const bans = fc
      .record({ waits: fc.oneof(fc.constant(0), fc.nat({ max: 60 })), months: fc.constantFrom(1, 3, 6, 24) })
      .map(({ waits, months }) => {
        const fromDay = dayAfter(dayOf(start, timeZone), waits, timeZone);
        const lastDay = lastDayOf(fromDay, months);
        return { fromDay, lastDay, decidedAt: start, replacedAt: null, liftedAt: null };
      });
    /** Each moment at which something of a ban changes, and some around them. */
    const momentsOf = ({ fromDay, lastDay, decidedAt }: Period): number[] => {
      const edges = [decidedAt, rangeOfDay(fromDay ?? '', timeZone).from, rangeOfDay(lastDay ?? '', timeZone).until];
      edges.push(rangeOfDay(reviewDayOf(fromDay ?? '', lastDay ?? ''), timeZone).from);
      return edges.flatMap((at) => [at - DAY, at - 1, at, at + 1, at + DAY]);
    };
    const stateAt = (ban: Period, now: number) => stateOf(ban, now, timeZone);
    const order = ['planned', 'running', 'ended'];

    test('is nowhere further than the clock says, and back where it was when the clock is right', () => {
      fc.assert(
        fc.property(bans, jumps, (ban, all) => {
          for (const passed of momentsOf(ban).filter((at) => at >= start)) {
            const right = stateAt(ban, passed);
            for (const { off } of all) {
              const wrong = stateAt(ban, passed + off);
              // Set back it has never ended, set forward it never waits again.
              expect(Math.sign(order.indexOf(wrong) - order.indexOf(right)) * Math.sign(off)).toBeGreaterThanOrEqual(0);
              if (off < 0 && wrong === 'ended') expect(right).toBe('ended');
            }
            expect(stateAt(ban, passed)).toBe(right);
          }
        }),
      );
    });

    test('that began with its decision never stops because the clock is set back', () => {
      fc.assert(
        fc.property(bans, fc.nat({ max: YEAR }), fc.nat({ max: 2 * YEAR }), (ban, after, back) => {
          fc.pre(ban.fromDay === dayOf(start, timeZone));
          const passed = start + after;
          fc.pre(stateAt(ban, passed) === 'running');
          expect(stateAt(ban, passed - back)).toBe('running');
        }),
      );
    });

    test('that was lifted or replaced never runs again, wherever the clock goes', () => {
      fc.assert(
        fc.property(bans, fc.nat({ max: YEAR }), jumps, fc.boolean(), (ban, after, all, isLifted) => {
          const over = isLifted ? { liftedAt: start + after } : { replacedAt: start + after };
          const closed = { ...ban, ...over, step: 'contactBan' as const, channels: ['phone' as const] };
          for (const { off } of all) {
            expect(stateAt(closed, start + after + off)).toBe(isLifted ? 'lifted' : 'replaced');
            expect(closes(closed, { channel: 'phone', emergency: false }, start + after + off, timeZone)).toBe(false);
          }
        }),
      );
    });

    test('that a clock set back lets run on, or one that was ahead dated later, is told of at the next unlock', () => {
      fc.assert(
        fc.property(bans, fc.nat({ max: YEAR }), jump, (ban, after, off) => {
          const written = start + after;
          const differs = stateAt(ban, written + off) !== stateAt(ban, written);
          // Something was written by the one clock, then somebody unlocks by the other, or the other way round.
          const isTold = isClockBehind(written, written + off) || isClockBehind(written + off, written);
          if (differs) expect(isTold).toBe(true);
        }),
      );
    });

    test('decided by a clock that was ahead is to review at once, and one reviewed by it still is', () => {
      fc.assert(
        fc.property(bans, fc.constantFrom(HOUR, DAY, YEAR), fc.boolean(), (ban, ahead, isReviewed) => {
          const decidedAt = start + ahead;
          const fromDay = dayOf(decidedAt, timeZone);
          const lastDay = lastDayOf(fromDay, 1);
          const decided = { ...ban, decidedAt, fromDay, lastDay, reviewDay: reviewDayOf(fromDay, lastDay) };
          const today = dayOf(start, timeZone);
          expect(stateAt(decided, start)).toBe('running');
          expect(isToReview({ ...decided, reviewedAt: isReviewed ? decidedAt : null }, today, start)).toBe(true);
          expect(isToReview({ ...decided, reviewedAt: start }, today, start)).toBe(false);
        }),
      );
    });

    test('is to review when its day has come, whatever the clock did before', () => {
      fc.assert(
        fc.property(bans, jumps, ({ fromDay, lastDay, decidedAt }, all) => {
          const reviewDay = reviewDayOf(fromDay, lastDay);
          const due = { reviewDay, reviewedAt: null, decidedAt };
          const at = rangeOfDay(reviewDay, timeZone).from;
          for (const { off } of all) {
            const day = dayOf(at + off, timeZone);
            expect(isToReview(due, day, at + off)).toBe(reviewDay <= day || decidedAt > at + off);
          }
          expect(isToReview(due, reviewDay, at)).toBe(true);
        }),
      );
    });
  });

  describe('the day within which somebody must be told', () => {
    test('is never longer than a day from now, and is what it was when the clock is right', () => {
      fc.assert(
        fc.property(fc.nat({ max: 30 * DAY }), jumps, (after, all) => {
          const incident = start;
          const passed = start + after;
          for (const { off } of all) {
            const before = answerBefore([incident], [], passed + off);
            expect(before).not.toBeNull();
            expect(before ?? 0).toBeLessThanOrEqual(passed + off + DAY);
            expect(answerNoLater(start + DAY, passed + off)).toBeLessThanOrEqual(passed + off + DAY);
          }
          expect(answerBefore([incident], [], passed)).toBe(incident + DAY);
        }),
      );
    });

    test('is not stopped by what was told, decided or written by a clock that was ahead', () => {
      fc.assert(
        fc.property(fc.constantFrom(HOUR, DAY, YEAR), fc.nat({ max: 30 * DAY }), (ahead, after) => {
          const wrong = start + ahead;
          const now = start + (after % ahead);
          const told = answerBefore([now], [wrong + 1], now);
          expect(told).toBe(now + DAY);
          // What happened by that clock is to be told at once, not when it comes round to it.
          expect(answerBefore([wrong + 2 * DAY], [], now)).toBe(now);
          expect(answerBefore([wrong], [wrong + 1], Math.min(now, wrong - 1))).toBeNull();
          const incident = {
            id: 1,
            occurredAt: now,
            severity: 'serious',
            behaviours: ['insult'],
            left: false,
          } as const;
          const measure = { step: 'contactBan', decidedAt: wrong + 1, endsAt: wrong + DAY, overturned: false } as const;
          expect(openIncidents([incident], [measure], now)).toEqual([incident]);
          expect(openIncidents([incident], [measure], wrong + 1)).toEqual([]);
        }),
      );
    });
  });

  describe('what was put back explains an older end of the log', () => {
    const doing = fc.record({
      what: fc.constantFrom('work', 'work', 'backup', 'restore', 'putBack', 'rollBack'),
      nth: fc.nat(),
      off: fc.oneof(fc.constant(0), jump),
    });
    const FIRST = { id: 0, action: '', hash: '', at: 0 };
    type Entry = { id: number; action: string; hash: string; at: number };

    /** A practice that works, makes backups and puts them back, by whatever its clock says, perhaps rolled back by somebody. */
    function lived(all: readonly { what: string; nth: number; off: number }[]) {
      let log: Entry[] = [];
      let passed = start;
      const backups: { log: Entry[]; isLost: boolean }[] = [];
      const aside: Entry[][] = [];
      const write = (action: string, off: number) => {
        passed += MINUTE;
        const id = (log.at(-1)?.id ?? 0) + 1;
        log = [...log, { id, action, at: passed + off, hash: `${log.at(-1)?.hash ?? ''}/${passed}` }];
      };
      write('setup.create', 0);
      for (const { what, nth, off } of all) {
        const chosen = backups[nth % Math.max(1, backups.length)]?.log;
        const kept = aside[nth % Math.max(1, aside.length)];
        if (what === 'backup') backups.push({ log, isLost: false });
        else if (what === 'rollBack' && chosen && chosen.length < log.length) {
          // Whoever works on in an older copy has no entry that says why.
          log = chosen;
          write('session.unlock', off);
          for (const one of backups) one.isLost ||= !log.includes(one.log.at(-1) ?? FIRST);
        } else if (what === 'restore' && chosen) {
          aside.push(log);
          log = chosen;
          write('backup.restore', off);
        } else if (what === 'putBack' && kept) {
          aside.push(log);
          log = kept;
          write('backup.putBack', off);
        } else write('contacts.save', off);
      }
      return { log, backups };
    }

    async function judged(log: readonly Entry[], backup: readonly Entry[]): Promise<boolean> {
      const tail = backup.at(-1);
      if (log.some(({ id, hash }) => id === tail?.id && hash === tail.hash)) return true;
      const isSame = async (id: number) => log[id - 1]?.hash === backup[id - 1]?.hash;
      const id = await firstOther(isSame, 1, Math.min(log.length, backup.length));
      const wasUndoneSince = log.some((entry) => replacing.includes(entry.action) && entry.id > id);
      return isExplained(
        { ofLog: log[id - 1]?.action ?? null, ofOther: backup[id - 1]?.action ?? null },
        wasUndoneSince,
      );
    }

    test('of every backup, wherever the clock went meanwhile', async () => {
      const honest = fc.array(
        doing.filter(({ what }) => what !== 'rollBack'),
        { minLength: 1, maxLength: 40 },
      );
      const doneWith = (what: string, nth = 0) => ({ what, nth, off: 0 });
      // A backup is put back, and then another from before that, by the list and not by what was put aside.
      const forthAgain = ['backup', 'work', 'backup', 'restore', 'backup'].map((what) => doneWith(what));
      await fc.assert(
        fc.asyncProperty(honest, async (all) => {
          const { log, backups } = lived(all);
          for (const backup of backups) expect(await judged(log, backup.log)).toBe(true);
        }),
        { examples: [[[...forthAgain, doneWith('restore', 1)]]] },
      );
    });

    test('and never of one that somebody went back behind without a word', async () => {
      const before = fc.array(
        doing.filter(({ what }) => ['work', 'backup'].includes(what)),
        { maxLength: 20 },
      );
      await fc.assert(
        fc.asyncProperty(before, fc.nat(), jump, fc.nat({ max: 30 }), async (all, nth, off, more) => {
          const work = { what: 'work', nth: 0, off };
          const older = { what: 'backup', nth: 0, off };
          const rolled = [...all, older, work, older, { what: 'rollBack', nth, off }];
          const { log, backups } = lived([...rolled, ...Array.from({ length: more }, () => work)]);
          for (const { log: backup, isLost } of backups) expect(await judged(log, backup)).toBe(!isLost);
        }),
      );
    });
  });
});
