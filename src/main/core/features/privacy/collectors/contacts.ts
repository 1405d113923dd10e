import type { KeptReason } from '../../../../../shared/contract/privacy.ts';
import { removeRows, rowsBefore } from '../../../store/overTerm.ts';
import { addPastContacts } from '../pastCounts.ts';
import { type Collector, numbersOf } from './collector.ts';
import { heldByMeasures } from './incidents.ts';

/** Notes of contacts, with the hand-overs they led to. */
export const contactsCollector: Collector = {
  kind: 'contacts',
  table: 'contact',

  async candidates({ database, going }, before, after, limit) {
    const rows = await rowsBefore(database, { table: 'contact', since: 'startedAt' }, before, after, limit);
    if (rows.length === 0) return [];
    const ids = numbersOf(rows.map(({ id }) => id));
    const open = await database
      .selectFrom('handOver')
      .select('contactId')
      .where('contactId', 'in', ids)
      .where('doneAt', 'is', null)
      .execute();
    const incidents = await database
      .selectFrom('incident')
      .select(['id', 'contactId'])
      .where('contactId', 'in', ids)
      .execute();
    const held = await heldByMeasures(
      database,
      incidents.map(({ id }) => id),
      going,
    );
    const handedOver = new Set(open.map(({ contactId }) => contactId));
    const needed = new Set(incidents.filter(({ id }) => held.has(id)).map(({ contactId }) => contactId));
    const reasonOf = (id: number): KeptReason | null => {
      if (handedOver.has(id)) return 'handOver';
      return needed.has(id) ? 'measure' : null;
    };
    return rows.map((row) => ({ ...row, keptBy: reasonOf(Number(row.id)) }));
  },

  async erase({ database }, keys) {
    const ids = numbersOf(keys);
    const rows = await database
      .selectFrom('contact')
      .select(['startedAt', 'channel'])
      .where('id', 'in', ids)
      .where('demo', '=', 0)
      .execute();
    await addPastContacts(database, rows);
    await database.updateTable('incident').set({ contactId: null }).where('contactId', 'in', ids).execute();
    await database.deleteFrom('handOver').where('contactId', 'in', ids).execute();
    await removeRows(database, 'contact', ids);
  },
};
