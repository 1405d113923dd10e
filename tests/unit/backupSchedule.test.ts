import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupsToRemove } from '../../src/main/core/rules/backupSchedule.ts';
import { dayOf } from '../../src/main/core/rules/practiceTime.ts';

const amsterdam = 'Europe/Amsterdam';
const at = (time: string) => ({ madeAt: Date.parse(time) });

describe('backups that make room', () => {
  test('are the earlier ones of a day, and those of all but the last ten days that have one', () => {
    const days = Array.from({ length: 12 }, (_, index) =>
      at(`2026-11-${String(index + 1).padStart(2, '0')}T12:00:00Z`),
    );
    const earlier = [at('2026-11-12T09:00:00Z'), at('2026-11-03T23:30:00+01:00')];
    const removed = backupsToRemove([...earlier, ...days], amsterdam);
    expect(new Set(removed)).toEqual(new Set([earlier[0], days[0], days[1], days[2]]));
  });

  test('never are the newest, nor the last one of a day that is kept, and ten days at the most are kept', () => {
    const instants = fc.integer({ min: Date.parse('2026-09-01T00:00:00Z'), max: Date.parse('2026-12-31T00:00:00Z') });
    const backups = fc.array(fc.record({ madeAt: instants }), { maxLength: 60 });
    fc.assert(
      fc.property(backups, (all) => {
        const removed = new Set(backupsToRemove(all, amsterdam));
        const kept = all.filter((backup) => !removed.has(backup));
        expect(kept.length).toBe(Math.min(10, new Set(all.map(({ madeAt }) => dayOf(madeAt, amsterdam))).size));
        const newest = Math.max(...all.map(({ madeAt }) => madeAt));
        expect(all.length === 0 || kept.some(({ madeAt }) => madeAt === newest)).toBe(true);
        const oldestKept = Math.min(...kept.map(({ madeAt }) => madeAt));
        for (const { madeAt } of removed) {
          const sameDay = kept.find((backup) => dayOf(backup.madeAt, amsterdam) === dayOf(madeAt, amsterdam));
          expect(sameDay ? sameDay.madeAt >= madeAt : madeAt < oldestKept).toBe(true);
        }
      }),
    );
  });
});
