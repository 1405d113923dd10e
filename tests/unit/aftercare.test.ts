import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AftercareSoFar,
  type Answer,
  aftercareClock,
  defaultAftercareRule,
  nextDayThere,
  startsByItself,
  stepsToOffer,
  whyWithdrawn,
} from '../../src/main/core/rules/aftercare.ts';
import { dayAfter, dayOf, instantOf, rangeOfDay, weekdayOf } from '../../src/main/core/rules/practiceTime.ts';
import { aftercareStep } from '../../src/shared/contract/aftercare.ts';

const timeZone = 'Europe/Amsterdam';
const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
const workingDays = [1, 2, 3, 4, 5];
const holidays = new Set(['2026-12-25', '2026-12-26', '2027-01-01']);

const at = (day: string, time: string) => instantOf(day, time, timeZone);
const aftercare = (part: Partial<AftercareSoFar> = {}): AftercareSoFar => ({
  startedAt: at('2026-11-17', '10:30'),
  answers: [],
  rule: defaultAftercareRule,
  presence: { timeZone, workingDays, holidays, absences: [] },
  ...part,
});

describe('the clock of a Tuesday morning', () => {
  const started = aftercare();
  const shown = ({ steps }: ReturnType<typeof aftercareClock>) =>
    steps.map(({ step, opensAt, dueBy, state }) => [step, dayOf(opensAt, timeZone), dayOf(dueBy - 1, timeZone), state]);

  test('first support within two hours, a talk within 72, one after two weeks, one after six to eight', () => {
    const clock = aftercareClock(started, started.startedAt);
    expect(shown(clock)).toEqual([
      ['first', '2026-11-17', '2026-11-17', 'due'],
      ['talk', '2026-11-17', '2026-11-20', 'later'],
      ['secondTalk', '2026-12-01', '2026-12-01', 'later'],
      ['lastTalk', '2026-12-29', '2027-01-12', 'later'],
    ]);
    expect(clock.steps[1]?.dueBy).toBe(started.startedAt + 72 * HOUR);
  });

  test('is late from the very instant that it was due by', () => {
    const stateAt = (now: number) => aftercareClock(started, now).next?.state;
    expect(stateAt(started.startedAt + 2 * HOUR - 1)).toBe('due');
    expect(stateAt(started.startedAt + 2 * HOUR)).toBe('late');
  });

  test('after each talk that was held the next one comes, and after the last none', () => {
    const answers: Answer[] = [];
    const next = [];
    for (const [step, day] of [
      ['first', '2026-11-17'],
      ['talk', '2026-11-19'],
      ['secondTalk', '2026-12-01'],
      ['lastTalk', '2027-01-05'],
    ] as const) {
      answers.push({ step, taken: true, at: at(day, '11:00') });
      next.push(aftercareClock(aftercare({ answers }), at(day, '11:00')).next?.step ?? null);
    }
    expect(next).toEqual(['talk', 'secondTalk', 'lastTalk', null]);
  });

  test('a talk that was refused is offered again after two weeks, first support is followed by the talk', () => {
    const refused = (step: Answer['step'], day: string) =>
      aftercareClock(aftercare({ answers: [{ step, taken: false, at: at(day, '11:00') }] }), at(day, '11:00'));
    expect(refused('first', '2026-11-17').next).toMatchObject({ step: 'talk', state: 'due' });
    // Two weeks after the Thursday it is time for the talk of two weeks.
    expect(refused('talk', '2026-11-19').next).toMatchObject({
      ...{ step: 'secondTalk', state: 'later' },
      opensAt: rangeOfDay('2026-12-03', timeZone).from,
      dueBy: rangeOfDay('2026-12-03', timeZone).until,
    });
    expect(refused('secondTalk', '2026-12-01').next).toMatchObject({
      step: 'secondTalk',
      opensAt: rangeOfDay('2026-12-15', timeZone).from,
    });
    // Two weeks after the 18th is New Year's Day, a Friday.
    expect(refused('secondTalk', '2026-12-18').next).toMatchObject({
      step: 'lastTalk',
      opensAt: rangeOfDay('2027-01-04', timeZone).from,
    });
  });

  test('a talk stands for what became due before it, and was not offered', () => {
    const answers = [{ step: 'talk', taken: true, at: at('2026-12-03', '09:00') }] as const;
    const clock = aftercareClock(aftercare({ answers }), at('2026-12-03', '09:00'));
    expect(clock.next?.step).toBe('lastTalk');
    expect(clock.steps.map(({ state }) => state)).toEqual(['passed', 'taken', 'passed', 'later']);
  });

  test('who comes late may go on with the talk at once', () => {
    const late = at('2026-11-18', '09:00');
    expect(stepsToOffer(aftercareClock(aftercare(), late), late)).toEqual(['first', 'talk']);
  });
});

describe('days on which the worker is not there', () => {
  test('move a moment to the next day that they are, at the same time', () => {
    const dueOf = (absences: { firstDay: string; lastDay: string }[]) =>
      aftercareClock(
        aftercare({ startedAt: at('2026-11-19', '15:00'), presence: { timeZone, workingDays, holidays, absences } }),
        at('2026-11-19', '15:00'),
      ).steps[1]?.dueBy;
    // 72 hours after a Thursday afternoon is a Sunday.
    expect(dueOf([])).toBe(at('2026-11-23', '15:00'));
    expect(dueOf([{ firstDay: '2026-11-23', lastDay: '2026-11-26' }])).toBe(at('2026-11-27', '15:00'));
    expect(dueOf([{ firstDay: '2026-11-23', lastDay: '2026-12-24' }])).toBe(at('2026-12-28', '15:00'));
  });
});

describe('the working days of the worker', () => {
  test('are kept to, whichever they are, without public holidays', () => {
    const moved = (worked: number[], day: string) =>
      nextDayThere(day, { timeZone, workingDays: worked, holidays, absences: [] });
    // A Thursday, for somebody of Mondays and Tuesdays.
    expect(moved([1, 2], '2026-11-26')).toBe('2026-11-30');
    // Whoever works at weekends is there on a Saturday, but not at Christmas.
    expect(moved([6], '2026-11-28')).toBe('2026-11-28');
    expect(moved([6], '2026-12-26')).toBe('2027-01-02');
  });
});

describe('aftercare that is taken back', () => {
  test('is so for whoever does not stand with the incident, or has aftercare for the same thing elsewhere', () => {
    expect(whyWithdrawn({ withIncident: true, atOriginal: false })).toBeNull();
    expect(whyWithdrawn({ withIncident: true, atOriginal: true })).toBe('duplicate');
    expect(whyWithdrawn({ withIncident: false, atOriginal: true })).toBe('takenOff');
    expect(whyWithdrawn({ withIncident: false, atOriginal: false })).toBe('takenOff');
  });
});

const days = fc.integer({ min: 0, max: 900 }).map((offset) => dayAfter('2026-01-01', offset, timeZone));
const absence = fc
  .tuple(days, fc.integer({ min: 0, max: 60 }))
  .map(([firstDay, length]) => ({ firstDay, lastDay: dayAfter(firstDay, length, timeZone) }));
const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });
const presence = fc
  .tuple(fc.array(absence, { maxLength: 4 }), weekdays)
  .map(([absences, worked]) => ({ timeZone, workingDays: worked, holidays, absences }));
const instants = fc.tuple(days, fc.integer({ min: 0, max: 24 * 60 - 1 })).map(([day, minute]) => {
  return rangeOfDay(day, timeZone).from + minute * 60_000;
});
const answerLists = fc.array(
  fc.record({
    step: fc.constantFrom(...aftercareStep.options),
    taken: fc.boolean(),
    after: fc.integer({ min: 0, max: 12 * WEEK }),
  }),
  { maxLength: 5 },
);

const isThere = (day: string, { absences, workingDays: worked }: AftercareSoFar['presence']) =>
  worked.includes(weekdayOf(day)) &&
  !holidays.has(day) &&
  !absences.some((one) => one.firstDay <= day && day <= one.lastDay);

describe('whatever the days', () => {
  test('a day that is moved is the first on which somebody is there, and never earlier', () => {
    fc.assert(
      fc.property(days, presence, (day, when) => {
        const there = nextDayThere(day, when);
        expect(there >= day).toBe(true);
        expect(isThere(there, when)).toBe(true);
        for (let before = day; before < there; before = dayAfter(before, 1, timeZone)) {
          expect(isThere(before, when)).toBe(false);
        }
      }),
    );
  });

  test('every step can be done between its begin and its end, and the steps end in order', () => {
    fc.assert(
      fc.property(instants, presence, (startedAt, when) => {
        const { steps } = aftercareClock(aftercare({ startedAt, presence: when }), startedAt);
        for (const { opensAt, dueBy } of steps) expect(opensAt).toBeLessThan(dueBy);
        const ends = steps.slice(1).map(({ dueBy }) => dueBy);
        expect(ends).toEqual(ends.toSorted((a, b) => a - b));
        // Days end at midnight; a talk is due at a time of day.
        for (const { step, dueBy } of steps.slice(1)) {
          expect(isThere(dayOf(step === 'talk' ? dueBy : dueBy - 1, timeZone), when)).toBe(true);
        }
      }),
    );
  });

  test('the next step is never one that was answered before the last, and time only ever makes it more urgent', () => {
    const urgency = ['later', 'due', 'late'];
    fc.assert(
      fc.property(
        instants,
        presence,
        answerLists,
        fc.integer({ min: 0, max: 20 * WEEK }),
        (startedAt, when, given, wait) => {
          const answers = given.map(({ step, taken, after }) => ({ step, taken, at: startedAt + after }));
          const so = aftercare({ startedAt, answers, presence: when });
          const last = answers.toSorted((a, b) => a.at - b.at).at(-1);
          const now = last?.at ?? startedAt;
          const { next } = aftercareClock(so, now);
          const order = aftercareStep.options;
          if (last && next) expect(order.indexOf(next.step)).toBeGreaterThanOrEqual(order.indexOf(last.step));
          // A refused talk comes again, and not before the two weeks are over.
          if (last && !last.taken && last.step !== 'first') {
            expect(next).not.toBeNull();
            expect(dayOf(next?.opensAt ?? 0, timeZone) >= dayAfter(dayOf(last.at, timeZone), 14, timeZone)).toBe(true);
          }
          const later = aftercareClock(so, now + wait).next;
          expect(urgency.indexOf(later?.state ?? 'later')).toBeGreaterThanOrEqual(
            urgency.indexOf(next?.state ?? 'later'),
          );
        },
      ),
    );
  });

  test('it begins by itself from the severity of the house rule on', () => {
    const begins = (fromSeverity: 'unpleasant' | 'serious' | 'verySerious') =>
      (['unpleasant', 'serious', 'verySerious'] as const).filter((one) =>
        startsByItself(one, { ...defaultAftercareRule, fromSeverity }),
      );
    expect(begins('serious')).toEqual(['serious', 'verySerious']);
    expect(begins('unpleasant')).toHaveLength(3);
    expect(begins('verySerious')).toEqual(['verySerious']);
  });
});
