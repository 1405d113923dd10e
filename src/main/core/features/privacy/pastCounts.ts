import type { Kysely } from 'kysely';
import type { Channel } from '../../../../shared/contract/channel.ts';
import { type CountedIncident, countsOf, monthsToFold, type PastCount } from '../../rules/pastCounts.ts';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

const HOUR = 3_600_000;

async function addCounts(database: Database, counts: readonly PastCount[]): Promise<void> {
  for (const row of counts) {
    await database
      .insertInto('pastIncident')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['dimension', 'period', 'value'])
          .doUpdateSet((set) => ({ count: set('pastIncident.count', '+', row.count) })),
      )
      .execute();
  }
}

export function addPastIncidents(database: Database, incidents: readonly CountedIncident[], timeZone: string) {
  return addCounts(database, countsOf(incidents, timeZone));
}

/** Keeps how many contacts there were in an hour on a channel, before they go. */
export async function addPastContacts(
  database: Database,
  contacts: readonly { startedAt: number; channel: Channel }[],
): Promise<void> {
  const groups = Map.groupBy(contacts, ({ startedAt, channel }) => `${Math.floor(startedAt / HOUR)} ${channel}`);
  for (const [first, ...others] of groups.values()) {
    if (!first) continue;
    const row = { hour: Math.floor(first.startedAt / HOUR), channel: first.channel, count: others.length + 1 };
    await database
      .insertInto('pastContact')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['hour', 'channel'])
          .doUpdateSet((set) => ({ count: set('pastContact.count', '+', row.count) })),
      )
      .execute();
  }
}

/** Months with so few incidents that their values together would tell of one: those values are kept by the year. */
export async function foldSmallMonths(database: Database, thisMonth: string): Promise<void> {
  const days = await database
    .selectFrom('pastIncident')
    .select(['period as day', 'count'])
    .where('dimension', '=', 'total')
    .execute();
  const months = monthsToFold(days, thisMonth);
  if (months.length === 0) return;
  const rows = await database.selectFrom('pastIncident').selectAll().where('period', 'in', months).execute();
  await addCounts(
    database,
    rows.map((row) => ({ ...row, period: row.period.slice(0, 4) })),
  );
  await database.deleteFrom('pastIncident').where('period', 'in', months).execute();
}
