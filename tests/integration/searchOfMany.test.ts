import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generatePractice } from '../../src/main/core/demo/generate.ts';
import { demoMaterial } from '../../src/main/core/demo/material.ts';
import { readSearchQuery } from '../../src/main/core/rules/searchQuery.ts';
import { fold } from '../../src/main/core/rules/searchText.ts';
import { startOfTest } from '../support/practice.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const HOUR = 3_600_000;

interface StoredCaller {
  id: number;
  displayName: string;
  birthDate: string | null;
  lastContactAt: number;
  digits: string;
}

/** Who stands out on the day of the test: by a measure that runs, or by an incident that counts in the past day. */
const standingOut = `select callerId from measure
    where fromDay <= '2026-11-21' and lastDay >= '2026-11-21' and liftedAt is null and replacedAt is null
  union select callerId from incident join incidentBehaviour on incidentId = incident.id
    where occurredAt > ? and behaviour <> 'angryHangUp' and callerId is not null
  union select callerId from agreement
    where startsOn <= '2026-11-21' and lastDay >= '2026-11-21' and endedAt is null`;

/** Folded once, because every query looks at everybody. */
function readable(stored: StoredCaller) {
  const folded = fold(stored.displayName);
  return { ...stored, folded, parts: folded.split(' '), numbers: stored.digits.split(' ') };
}

type ReadableCaller = ReturnType<typeof readable>;

const storedCallers = `select caller.id, displayName, birthDate, lastContactAt, group_concat(digits, ' ') as digits
  from caller left join callerNumber on callerId = caller.id group by caller.id`;

/** The same answer, found by looking at every caller: slow, and plain enough to be believed. */
function bruteForce(callers: readonly ReadableCaller[], flagged: ReadonlySet<number>, typed: string, now: number) {
  const { words, digits, lastDigits, birthDate } = readSearchQuery(typed, now);
  function matches(caller: ReadableCaller): boolean {
    const byName = words.length > 0 && words.every((word) => caller.parts.some((part) => part.startsWith(word)));
    const byNumber = digits !== null && caller.numbers.some((number) => number.startsWith(digits));
    const byLast = lastDigits !== null && caller.numbers.some((number) => number.endsWith(lastDigits));
    return byName || byNumber || byLast || (birthDate !== null && caller.birthDate === birthDate);
  }
  return callers
    .filter(matches)
    .sort(
      (a, b) =>
        Number(flagged.has(b.id)) - Number(flagged.has(a.id)) ||
        b.lastContactAt - a.lastContactAt ||
        (a.folded < b.folded ? -1 : 1),
    );
}

describe('a practice with many callers', () => {
  /** 4000 people, and 700 more who are alike and have not called for long: the worst that a quick way can meet. */
  async function largePractice() {
    const opened = await practice.open();
    await opened.workAs('karin');
    const connection = opened.core.context.core.session.unlocked?.connection;
    if (!connection) throw new Error('the practice is locked');
    const long = 400 * 24 * HOUR;
    const alike = connection.prepare(
      `insert into caller (displayName, searchText, birthDate, lastContactAt, createdAt) values (?, ?, ?, ?, 0)`,
    );
    const number = connection.prepare(
      `insert into callerNumber (callerId, number, digits, reversedDigits) values (?, ?, ?, ?)`,
    );
    connection.transaction(() => {
      for (let nth = 0; nth < 700; nth += 1) {
        const name = `Oude Kiezelaar de ${String.fromCharCode(97 + (nth % 26))}${nth}`;
        const at = startOfTest - long - (nth % 50) * HOUR;
        const { lastInsertRowid } = alike.run(name, fold(name), '1950-01-01', at);
        const digits = `88000${String(nth).padStart(4, '0')}`;
        number.run(lastInsertRowid, `0${digits}`, digits, [...digits].reverse().join(''));
      }
    })();
    generatePractice(connection, {
      ...{ people: 4000, contacts: 9000, incidents: 300, seed: 4, days: 30, demo: 0 },
      ...{ now: startOfTest, timeZone: 'Europe/Amsterdam', workerIds: [1, 2, 3], managerId: 1, leadId: 1 },
      material: demoMaterial.nl,
    });
    const callers = connection.prepare<[], StoredCaller>(storedCallers).all().map(readable);
    const flagged = new Set(
      connection
        .prepare<[number], number>(standingOut)
        .pluck()
        .all(startOfTest - 24 * HOUR),
    );
    return { ...opened, callers, flagged };
  }

  test('finds the same callers in the same order as looking at every one of them', async () => {
    const { client, clock, callers, flagged } = await largePractice();
    expect(flagged.size).toBeGreaterThan(3);

    const someone = fc.constantFrom(...callers);
    const part = fc.integer({ min: 1, max: 12 });
    const query = fc.oneof(
      fc.tuple(someone, part).map(([{ displayName }, length]) => displayName.slice(0, length)),
      fc.tuple(someone, part, part).map(([{ displayName }, first, last]) => {
        const [given = '', ...family] = displayName.split(' ');
        return `${family.join(' ').slice(0, last)} ${given.slice(0, first)}`;
      }),
      fc.tuple(someone, part).map(([{ displayName }, length]) => displayName.split(' ').at(-1)?.slice(0, length) ?? ''),
      fc.tuple(someone, part).map(([{ digits }, length]) => `0${digits.slice(0, length)}`),
      fc.tuple(someone, part).map(([{ digits }, length]) => `+31${digits.slice(0, length)}`),
      fc.tuple(someone, part).map(([{ digits }, length]) => digits.slice(-length)),
      someone.map(({ birthDate }) => birthDate ?? ''),
      someone.map(({ birthDate }) => birthDate?.split('-').reverse().join('-') ?? ''),
      fc.constantFrom(
        'oude',
        'kiezelaar',
        'oude k',
        'de',
        'd',
        'v',
        'van de',
        '088',
        '0880',
        '1-1-1950',
        '0600',
        '060',
      ),
      fc.string({ maxLength: 20 }),
    );
    await fc.assert(
      fc.asyncProperty(query, fc.integer({ min: 1, max: 20 }), async (typed, limit) => {
        const found = (await client.callers.search({ query: typed, limit })).filter(({ isLookAlike }) => !isLookAlike);
        const expected = bruteForce(callers, flagged, typed, clock.now).slice(0, limit);
        const order = (stored: { id: number; displayName: string }) => [stored.displayName, stored.id];
        expect(found.map(order)).toEqual(expected.map(order));
      }),
      { numRuns: 300 },
    );
  });
});
