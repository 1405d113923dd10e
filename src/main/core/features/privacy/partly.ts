import type { Kysely } from 'kysely';
import { stillNeeded } from '../../rules/privacyRequest.ts';
import type { Key } from '../../store/overTerm.ts';
import type { Schema } from '../../store/schema.ts';
import { measuresOfCaller } from './collectors/measures.ts';

type Database = Kysely<Schema>;

interface Moment {
  now: number;
  timeZone: string;
}

/** What of a caller stays although the rest is erased: steps that are needed, and what those rest on. */
export type Staying = Readonly<Record<'measure' | 'incident' | 'contact', ReadonlySet<Key>>>;

export async function stayingOf(database: Database, callerId: number, { now, timeZone }: Moment): Promise<Staying> {
  const measures = await measuresOfCaller(database, callerId);
  const needed = stillNeeded(measures, now, timeZone);
  // What runs rests on what came before it, as in the terms.
  const kept = needed.some(({ reason }) => reason === 'running')
    ? measures
    : measures.filter((measure) => stillNeeded([measure], now, timeZone).length > 0);
  const measureIds = kept.map(({ id }) => id);
  const incidents = await database
    .selectFrom('measureIncident')
    .innerJoin('incident', 'incident.id', 'measureIncident.incidentId')
    .select(['incident.id', 'incident.contactId'])
    .where('measureId', 'in', measureIds)
    .execute();
  return {
    measure: new Set<Key>(measureIds),
    incident: new Set<Key>(incidents.map(({ id }) => id)),
    contact: new Set<Key>(incidents.flatMap(({ contactId }) => contactId ?? [])),
  };
}

export const doesStay = (staying: Staying, table: keyof Schema, id: Key): boolean =>
  (table === 'measure' || table === 'incident' || table === 'contact') && staying[table].has(id);

/** Leaves on a card what it takes to know who it is and to write to them, and nothing else. */
export async function stripCard(database: Database, callerId: number): Promise<void> {
  const empty = { remark: '', addressForm: '', spokenLanguage: '', generalPractitioner: '' };
  await database
    .updateTable('caller')
    .set({ ...empty, generalPractitionerNumber: '' })
    .where('id', '=', callerId)
    .execute();
  await database.deleteFrom('callerMerge').where('keptId', '=', callerId).execute();
  await database.deleteFrom('unfinished').where('callerId', '=', callerId).execute();
  await database.deleteFrom('told').where('callerId', '=', callerId).where('measureId', 'is', null).execute();
}
