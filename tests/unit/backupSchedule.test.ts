import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupsToRemove, isBackupDue } from '../../src/main/core/rules/backupSchedule.ts';
import { isBackupLate, lastBackup } from '../../src/main/core/rules/lastBackup.ts';
import { dayOf } from '../../src/main/core/rules/practiceTime.ts';

const amsterdam = 'Europe/Amsterdam';
const at = (time: string) => ({ madeAt: Date.parse(time) });
const HOUR = 3_600_000;

const from = Date.parse('2025-01-01T00:00:00Z');
const until = Date.parse('2026-12-31T00:00:00Z');
const instants = fc.integer({ min: from, max: until });
const backups = fc.uniqueArray(fc.record({ madeAt: instants }), { maxLength: 80, selector: ({ madeAt }) => madeAt });

describe('backups that make room', () => {
  test('are the earlier ones of a day, and those of all but the last ten days, unless they are the last of a month', () => {
    const now = Date.parse('2026-11-12T18:00:00Z');
    const days = Array.from({ length: 12 }, (_, index) =>
      at(`2026-11-${String(index + 1).padStart(2, '0')}T12:00:00Z`),
    );
    const today = [9, 10, 11, 13].map((hour) => at(`2026-11-12T${String(hour).padStart(2, '0')}:00:00Z`));
    const earlier = [at('2026-11-03T23:30:00+01:00'), at('2026-11-03T09:00:00Z')];
    const october = [at('2026-10-31T12:00:00Z'), at('2026-10-30T12:00:00Z')];
    const removed = backupsToRemove([...earlier, ...today, ...days, ...october], now, amsterdam);
    expect(new Set(removed)).toEqual(new Set([days[0], days[1], days[2], earlier[1], today[0], today[1], october[1]]));
  });

  test('leave one a month for a year', () => {
    const months = Array.from({ length: 15 }, (_, index) => ({ madeAt: Date.UTC(2025, 8 + index, 15, 12) }));
    const removed = backupsToRemove(months, Date.UTC(2026, 11, 1), amsterdam);
    expect(removed.toReversed()).toEqual(months.slice(0, 3));
  });

  test('never are the newest, nor any without a newer one of its day, and a bounded number stays', () => {
    fc.assert(
      fc.property(backups, instants, (all, now) => {
        const removed = new Set(backupsToRemove(all, now, amsterdam));
        const past = all.filter(({ madeAt }) => madeAt <= now);
        const kept = past.filter((backup) => !removed.has(backup));
        const newest = Math.max(...past.map(({ madeAt }) => madeAt));
        expect(past.length === 0 || kept.some(({ madeAt }) => madeAt === newest)).toBe(true);
        expect(kept.length).toBeLessThanOrEqual(2 + 10 + 12);
        const month = (backup: { madeAt: number }) => dayOf(backup.madeAt, amsterdam).slice(0, 7);
        const months = [...new Set(past.map(month))].sort().slice(-12);
        expect([...new Set(kept.map(month))].sort()).toEqual(expect.arrayContaining(months));
        // Looking twice takes away nothing more.
        expect(backupsToRemove(kept, now, amsterdam)).toEqual([]);
      }),
    );
  });

  test('are none of the good ones while the clock is set back or forward, and the one just made stays', () => {
    fc.assert(
      fc.property(backups, instants, fc.integer({ min: 1, max: 2_000 * 24 }), (all, now, hours) => {
        const good = all.filter(({ madeAt }) => madeAt <= now);
        const kept = good.filter((backup) => !backupsToRemove(good, now, amsterdam).includes(backup));
        const back = { madeAt: now - hours * HOUR };
        const removedBack = backupsToRemove([...kept, back], back.madeAt, amsterdam);
        expect(removedBack).not.toContain(back);
        expect(removedBack.every(({ madeAt }) => madeAt <= back.madeAt)).toBe(true);
        const forward = { madeAt: now + hours * HOUR };
        const lost = backupsToRemove([...kept, forward], forward.madeAt, amsterdam);
        // One place of a day and one of a month are taken by it, and today is over.
        expect(lost).not.toContain(forward);
        expect(lost.length).toBeLessThanOrEqual(2 + 2);
      }),
    );
  });
});

describe('a backup that is known to be damaged', () => {
  const damaged = (madeAt: number) => ({ madeAt, lastCheck: { isWhole: false } });

  test('pushes out no whole one, and goes when it would have gone as a whole one', () => {
    fc.assert(
      fc.property(backups, fc.infiniteStream(fc.boolean()), instants, (all, isDamaged, now) => {
        const mixed = all.map(({ madeAt }) => (isDamaged.next().value ? damaged(madeAt) : { madeAt }));
        const whole = mixed.filter((backup) => !('lastCheck' in backup));
        const removed = backupsToRemove(mixed, now, amsterdam);
        expect(removed.filter((backup) => whole.includes(backup))).toEqual(backupsToRemove(whole, now, amsterdam));
        const asIfWhole = backupsToRemove(all, now, amsterdam).map(({ madeAt }) => madeAt);
        for (const backup of mixed) {
          if ('lastCheck' in backup) expect(removed.includes(backup)).toBe(asIfWhole.includes(backup.madeAt));
        }
        const kept = mixed.filter((backup) => !removed.includes(backup));
        expect(backupsToRemove(kept, now, amsterdam)).toEqual([]);
      }),
    );
  });

  test('is not the last good one', () => {
    const [whole, newer] = [at('2026-11-20T12:00:00Z'), damaged(Date.parse('2026-11-21T09:00:00Z'))];
    const now = Date.parse('2026-11-21T12:00:00Z');
    expect(lastBackup([whole, newer], now)).toBe(whole);
    expect(lastBackup([newer], now)).toBeNull();
    expect(lastBackup([whole, { ...newer, lastCheck: { isWhole: true } }], now)).toMatchObject({
      madeAt: newer.madeAt,
    });
  });
});

describe('the last backup', () => {
  test('is none that a clock ahead of its time has dated', () => {
    const [ahead, good] = [at('2036-01-01T12:00:00Z'), at('2026-11-20T12:00:00Z')];
    expect(lastBackup([ahead, good], Date.parse('2026-11-21T12:00:00Z'))).toBe(good);
    expect(lastBackup([ahead], Date.parse('2026-11-21T12:00:00Z'))).toBeNull();
  });

  test('is late after three days, and when there is none', () => {
    const { madeAt } = at('2026-11-17T09:00:00Z');
    expect(isBackupLate(madeAt, madeAt + 72 * HOUR)).toBe(false);
    expect(isBackupLate(madeAt, madeAt + 72 * HOUR + 1)).toBe(true);
    expect(isBackupLate(null, madeAt)).toBe(true);
  });
});

describe('a backup is due', () => {
  const moment = (last: string | null, now: string, more = {}) =>
    isBackupDue({
      lastAt: last === null ? null : Date.parse(last),
      now: Date.parse(now),
      ...{ timeZone: amsterdam, hasChanged: true, isLocking: false, ...more },
    });

  test('at the first unlock of a day, changed or not, and never first at a lock', () => {
    for (const last of [null, '2026-11-20T16:00:00+01:00', '2026-11-22T09:00:00+01:00']) {
      expect(moment(last, '2026-11-21T08:00:00+01:00', { hasChanged: false })).toBe(true);
      expect(moment(last, '2026-11-21T17:00:00+01:00', { isLocking: true })).toBe(false);
    }
  });

  test('after midday when the one of the morning is all there is, and something changed', () => {
    const morning = '2026-11-21T08:00:00+01:00';
    expect(moment(morning, '2026-11-21T11:59:00+01:00')).toBe(false);
    expect(moment(morning, '2026-11-21T12:00:00+01:00')).toBe(true);
    expect(moment(morning, '2026-11-21T12:00:00+01:00', { hasChanged: false })).toBe(false);
    expect(moment('2026-11-21T12:00:00+01:00', '2026-11-21T15:00:00+01:00')).toBe(false);
  });

  test('when the app locks at the end of a day with changes of two hours', () => {
    const midday = '2026-11-21T12:00:00+01:00';
    const locking = { isLocking: true };
    expect(moment(midday, '2026-11-21T15:59:00+01:00', locking)).toBe(false);
    expect(moment(midday, '2026-11-21T16:30:00+01:00', locking)).toBe(true);
    expect(moment(midday, '2026-11-21T16:30:00+01:00', { ...locking, hasChanged: false })).toBe(false);
    expect(moment('2026-11-21T15:00:00+01:00', '2026-11-21T16:30:00+01:00', locking)).toBe(false);
  });
});
