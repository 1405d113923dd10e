import type { Kysely } from 'kysely';
import type { SharedNumber } from '../../../../shared/contract/callers.ts';
import type { Schema } from '../../store/schema.ts';

/** Of an institution the last few say enough. */
const NAMED = 3;

/** Who else has a number of this caller's. */
export async function readSharedNumbers(database: Kysely<Schema>, callerId: number): Promise<SharedNumber[]> {
  const others = database
    .selectFrom('callerNumber as own')
    .innerJoin('callerNumber as same', 'same.digits', 'own.digits')
    .innerJoin('caller', 'caller.id', 'same.callerId')
    .select(['own.id', 'own.number', 'caller.displayName'])
    .select((select) =>
      select.fn
        .agg<number>('row_number')
        .over((over) => over.partitionBy('own.id').orderBy('caller.lastContactAt', 'desc').orderBy('caller.id'))
        .as('place'),
    )
    .select((select) =>
      select.fn
        .countAll<number>()
        .over((over) => over.partitionBy('own.id'))
        .as('others'),
    )
    .where('own.callerId', '=', callerId)
    .where('same.callerId', '!=', callerId);
  const rows = await database
    .selectFrom(others.as('others'))
    .selectAll()
    .where('place', '<=', NAMED)
    .orderBy('id')
    .orderBy('place')
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((ofNumber) => ({
    number: ofNumber[0]?.number ?? '',
    names: ofNumber.map(({ displayName }) => displayName),
    more: (ofNumber[0]?.others ?? 0) - ofNumber.length,
  }));
}
