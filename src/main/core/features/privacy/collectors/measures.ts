import type { Kysely } from 'kysely';
import { judgeMeasures } from '../../../rules/retention.ts';
import { removeRows } from '../../../store/overTerm.ts';
import type { Schema } from '../../../store/schema.ts';
import { type Collector, nextOf, numbersOf } from './collector.ts';

/** The measures of every caller who has one from before an instant. */
function measuresOfCallers(database: Kysely<Schema>, before: number) {
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
    )
    .where('callerId', 'in', (query) =>
      query.selectFrom('measure as old').select('old.callerId').where('old.decidedAt', '<', before),
    )
    .execute();
}

/** Steps towards a caller, with their letters, objections, reports and dossiers. */
export const measuresCollector: Collector = {
  kind: 'measures',
  table: 'measure',

  async candidates({ database, now, timeZone }, before, after, limit) {
    const ofCallers = Map.groupBy(await measuresOfCallers(database, before), ({ callerId }) => callerId);
    const judged = [...ofCallers.values()].flatMap((measures) => {
      const past = measures.map((measure) => ({ ...measure, openObjections: measure.openObjections ?? 0 }));
      return judgeMeasures(past, before, { now, timeZone });
    });
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
