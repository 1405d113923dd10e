import type { Kysely } from 'kysely';
import type { ExportRequest } from '../../../../shared/contract/exports.ts';
import { rangeOfDay } from '../../rules/practiceTime.ts';
import type { Schema } from '../../store/schema.ts';
import { narrowingOf } from '../audit/narrowing.ts';
import { countEntries } from '../audit/queries.ts';
import { exportedIncidents, restrictedNow } from './exported.ts';

/** How many rows an export would have, without making it; null for what is short whatever the days are. */
export async function countRows(
  database: Kysely<Schema>,
  request: ExportRequest,
  timeZone: string,
): Promise<number | null> {
  if (request.what === 'trends') return null;
  const { from } = rangeOfDay(request.period.from, timeZone);
  const { until } = rangeOfDay(request.period.lastDay, timeZone);
  switch (request.what) {
    case 'incidents': {
      const ofDays = exportedIncidents(database).where('occurredAt', '>=', from).where('occurredAt', '<', until);
      return (await ofDays.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count;
    }
    case 'measures': {
      const ofDays = database
        .selectFrom('measure')
        .where('callerId', 'not in', restrictedNow(database))
        .where('decidedAt', '>=', from)
        .where('decidedAt', '<', until);
      return (await ofDays.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count;
    }
    case 'audit':
      return countEntries(database, narrowingOf(request.only, { from, until }));
    default:
      return null;
  }
}
