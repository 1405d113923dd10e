import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { removeDemo } from '../../src/main/core/features/setup/queries.ts';
import { aCaller, aDraft } from '../support/samples.ts';
import { practiceTemplate, type Worker } from '../support/template.ts';

const practice = practiceTemplate();

/** What a practice can do to its contacts, one step after the other. */
const step = fc.oneof(
  fc.record({ do: fc.constant('save' as const), hour: fc.integer({ min: 0, max: 400 }), desk: fc.boolean() }),
  fc.record({ do: fc.constant('link' as const), nth: fc.nat() }),
  fc.record({ do: fc.constant('unlink' as const), nth: fc.nat() }),
  fc.record({ do: fc.constant('erase' as const), nth: fc.nat() }),
  fc.record({ do: fc.constant('move' as const), nth: fc.nat(), hour: fc.integer({ min: 0, max: 400 }) }),
  fc.record({ do: fc.constant('forgetDemo' as const) }),
  fc.record({ do: fc.constant('workAs' as const), worker: fc.constantFrom<Worker>('karin', 'anna', 'bram') }),
);

describe('the count of contacts', () => {
  test('is the same as counting them all, whatever happens to them', async () => {
    const opened = await practice.open();
    const { client, clock, workAs, core } = opened;
    const start = clock.now;
    const database = () => {
      const unlocked = core.context.core.session.unlocked;
      if (!unlocked) throw new Error('locked');
      return unlocked.database;
    };
    await workAs('anna');
    const { callerId } = await client.callers.create(aCaller());
    const someContact = async (nth: number): Promise<number> => {
      const ids = await database().selectFrom('contact').select('id').orderBy('id').execute();
      return ids[nth % Math.max(ids.length, 1)]?.id ?? 0;
    };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        for (const now of steps) {
          if (now.do === 'save') {
            const startedAt = start - now.hour * 3_600_000;
            const id = randomUUID();
            await client.contacts.save(aDraft({ id, startedAt, channel: now.desk ? 'desk' : 'phone' }));
          } else if (now.do === 'link' || now.do === 'unlink') {
            const work = { kind: 'contact', id: (await someContact(now.nth)) || 1 } as const;
            const done =
              now.do === 'link' ? client.contacts.link({ work, callerId }) : client.contacts.unlink({ work });
            await done.catch(() => undefined);
          } else if (now.do === 'erase') {
            const id = await someContact(now.nth);
            await database().deleteFrom('contact').where('id', '=', id).execute();
          } else if (now.do === 'move') {
            const changed = { startedAt: start - now.hour * 3_600_000, channel: 'mail', demo: 1 } as const;
            const id = await someContact(now.nth);
            await database().updateTable('contact').set(changed).where('id', '=', id).execute();
          } else if (now.do === 'forgetDemo') await removeDemo(database());
          else await workAs(now.worker);
        }
        const rows = await database().selectFrom('contact').select(['startedAt', 'channel', 'userId']).execute();
        const counted = Map.groupBy(rows, (row) =>
          [Math.floor(row.startedAt / 3_600_000), row.channel, row.userId].join(),
        );
        const kept = await database().selectFrom('contactCount').selectAll().execute();
        expect(kept.map(({ hour, channel, userId, count }) => [[hour, channel, userId].join(), count]).sort()).toEqual(
          [...counted].map(([key, found]) => [key, found.length]).sort(),
        );
      }),
      { numRuns: 25 },
    );
  });
});
