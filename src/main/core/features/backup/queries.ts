import type { Kysely } from 'kysely';
import { type Noted, type SecondPlace, secondPlace } from '../../../../shared/contract/backup.ts';
import type { Schema } from '../../store/schema.ts';
import { countRecorded } from '../incidents/versions.ts';
import { findSetting, writeSetting } from '../settings/queries.ts';

/** What was noted after an instant. */
export async function countNoted(database: Kysely<Schema>, since: number): Promise<Noted> {
  const contacts = await database
    .selectFrom('contact')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .where('savedAt', '>', since)
    .executeTakeFirstOrThrow();
  return { contacts: contacts.rows, incidents: await countRecorded(database, since) };
}

/** The highest id that a worker ever had. */
export async function highestUserId(database: Kysely<Schema>): Promise<number> {
  const { highest } = await database
    .selectFrom('user')
    .select(({ fn }) => fn.max('id').as('highest'))
    .executeTakeFirstOrThrow();
  return highest;
}

const SECOND_PLACE = 'secondPlace';

export async function findSecondPlace(database: Kysely<Schema>): Promise<SecondPlace | null> {
  return secondPlace.nullable().parse((await findSetting(database, SECOND_PLACE)) ?? null);
}

export const writeSecondPlace = (database: Kysely<Schema>, place: SecondPlace | null): Promise<void> =>
  writeSetting(database, SECOND_PLACE, place);
