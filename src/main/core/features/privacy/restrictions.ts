import { expressionBuilder, type Insertable, type Kysely } from 'kysely';
import type { Restriction } from '../../../../shared/contract/privacyRestrictions.ts';
import { rowsAbout } from '../../store/callerReferences.ts';
import type { Key } from '../../store/overTerm.ts';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

/** Restrictions in force, the newest first. */
export function readRestrictions(database: Database): Promise<Restriction[]> {
  return database
    .selectFrom('restriction')
    .innerJoin('caller', 'caller.id', 'restriction.callerId')
    .innerJoin('user', 'user.id', 'restriction.setBy')
    .select(['restriction.id', 'callerId', 'ground', 'reason', 'setAt'])
    .select(['caller.displayName as callerName', 'user.name as setByName'])
    .where('liftedAt', 'is', null)
    .orderBy('restriction.id', 'desc')
    .execute();
}

/** The restriction in force of one caller. */
export async function restrictionOf(database: Database, callerId: number) {
  const found = await database
    .selectFrom('restriction')
    .select(['setAt', 'ground'])
    .where('callerId', '=', callerId)
    .where('liftedAt', 'is', null)
    .executeTakeFirst();
  return found ?? null;
}

/** Whether the incident of a row is from before what is kept of its caller was restricted: then its words stay out of sight. */
export function isRestrictedIncident() {
  const build = expressionBuilder<Schema, 'incident'>();
  return build.exists(
    build
      .selectFrom('restriction')
      .select('restriction.id')
      .whereRef('restriction.callerId', '=', 'incident.callerId')
      .where('restriction.liftedAt', 'is', null)
      .whereRef('incident.occurredAt', '<', 'restriction.setAt'),
  );
}

/** The same of one incident. */
export async function isIncidentRestricted(database: Database, incidentId: number): Promise<boolean> {
  const found = await database
    .selectFrom('incident')
    .select('incident.id')
    .where('incident.id', '=', incidentId)
    .where(isRestrictedIncident())
    .executeTakeFirst();
  return found !== undefined;
}

export async function restrictedCallers(database: Database): Promise<number[]> {
  const rows = await database.selectFrom('restriction').select('callerId').where('liftedAt', 'is', null).execute();
  return rows.map(({ callerId }) => callerId);
}

/** Which rows of a table are about somebody whose data is restricted. */
export async function restrictedRows(database: Database, table: keyof Schema): Promise<ReadonlySet<Key>> {
  const callerIds = await restrictedCallers(database);
  if (callerIds.length === 0 || table === 'caller') return new Set<Key>(callerIds);
  const rows = await rowsAbout(database, callerIds, []);
  return new Set<Key>(rows.filter((row) => row.table === table).map(({ id }) => id));
}

type NewRestriction = Pick<
  Insertable<Schema['restriction']>,
  'callerId' | 'requestId' | 'ground' | 'reason' | 'setBy' | 'setAt'
>;

/** False when there is one in force already. */
export async function insertRestriction(database: Database, row: NewRestriction): Promise<boolean> {
  if (await restrictionOf(database, row.callerId)) return false;
  await database.insertInto('restriction').values(row).execute();
  return true;
}

interface Lifting {
  liftedBy: number;
  liftedAt: number;
  liftedReason: string;
}

/** Lifts the one in force that is known by this; answers whose it was, or null when there was none. */
export async function liftRestriction(
  database: Database,
  column: 'id' | 'requestId' | 'callerId',
  value: number,
  lifting: Lifting,
): Promise<number | null> {
  const lifted = await database
    .updateTable('restriction')
    .set(lifting)
    .where(column, '=', value)
    .where('liftedAt', 'is', null)
    .returning('callerId')
    .executeTakeFirst();
  return lifted?.callerId ?? null;
}
