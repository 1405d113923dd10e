import type { Kysely } from 'kysely';
import { judgeMeasures, type PastMeasure } from '../../../rules/retention.ts';
import { removeRows } from '../../../store/overTerm.ts';
import type { Schema } from '../../../store/schema.ts';
import { type Collector, nextOf, numbersOf } from './collector.ts';

/** Measures as the rules judge them, each with its caller. */
function pastMeasures(database: Kysely<Schema>) {
  return database
    .selectFrom('measure')
    .select(['id', 'callerId', 'step', 'decidedAt', 'fromDay', 'lastDay', 'liftedAt', 'replacedAt', 'replacesId'])
    .select('outcome')
    .select((select) =>
      select
        .selectFrom('objection')
        .whereRef('objection.measureId', '=', 'measure.id')
        .where('objection.answeredAt', 'is', null)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('openObjections'),
    );
}

const counted = <Row extends { openObjections: number | null }>(row: Row) => ({
  ...row,
  openObjections: row.openObjections ?? 0,
});

export async function measuresOfCaller(database: Kysely<Schema>, callerId: number): Promise<PastMeasure[]> {
  return (await pastMeasures(database).where('callerId', '=', callerId).execute()).map(counted);
}

/** The measures of every caller who has one from before an instant. */
async function measuresOfCallers(database: Kysely<Schema>, before: number) {
  const rows = await pastMeasures(database)
    .where('callerId', 'in', (query) =>
      query.selectFrom('measure as old').select('old.callerId').where('old.decidedAt', '<', before),
    )
    .execute();
  return rows.map(counted);
}

/** Steps towards a caller, with their letters, objections, reports and dossiers. */
export const measuresCollector: Collector = {
  kind: 'measures',
  table: 'measure',

  async candidates({ database, now, timeZone }, before, after, limit) {
    const ofCallers = Map.groupBy(await measuresOfCallers(database, before), ({ callerId }) => callerId);
    const judged = [...ofCallers.values()].flatMap((measures) => judgeMeasures(measures, before, { now, timeZone }));
    return nextOf(judged, after, limit);
  },

  async erase({ database }, ids) {
    await database
      .updateTable('measure')
      .set({ replacesId: null })
      .where((where) => where.or([where('replacesId', 'in', numbersOf(ids)), where('id', 'in', numbersOf(ids))]))
      .execute();
    await removeRows(database, 'measure', ids);
  },
};
