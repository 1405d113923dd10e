import type { Kysely } from 'kysely';
import { draft as draftSchema } from '../../../../shared/contract/contacts.ts';
import type { ErasurePlan } from '../../../../shared/contract/privacyRequests.ts';
import { findable } from '../../rules/mentions.ts';
import { type Needed, stillNeeded } from '../../rules/privacyRequest.ts';
import { removeRowsAbout, rowsAbout } from '../../store/callerReferences.ts';
import { letOthersFirst } from '../../store/overTerm.ts';
import type { Schema } from '../../store/schema.ts';
import { mergedName } from '../callers/mergeRecord.ts';
import { concernsCollector } from '../distress/keptConcerns.ts';
import { agreementsCollector, exceptionsCollector } from './collectors/arrangements.ts';
import type { Collector } from './collectors/collector.ts';
import { contactsCollector } from './collectors/contacts.ts';
import { incidentsCollector } from './collectors/incidents.ts';
import { measuresCollector, measuresOfCaller } from './collectors/measures.ts';
import { doesStay, type Staying, stayingOf, stripCard } from './partly.ts';

type Database = Kysely<Schema>;

const IN_A_BATCH = 20;

interface Moment {
  now: number;
  timeZone: string;
}

/** What stands with a caller and takes more along than its own row, in the order in which it goes. */
const ofCaller: readonly Collector[] = [
  measuresCollector,
  incidentsCollector,
  contactsCollector,
  concernsCollector,
  agreementsCollector,
  exceptionsCollector,
];

/** Goes with the card by itself, or stays without it. */
const followsCard: readonly (keyof Schema)[] = ['unfinished', 'callerMerge', 'privacyRequest', 'incidentVersion'];

/** Drafts that are about a caller: who it is stands inside them. */
async function draftsOf(database: Database, callerId: number): Promise<string[]> {
  const rows = await database.selectFrom('draft').select(['id', 'content']).execute();
  return rows
    .filter(({ content }) => draftSchema.safeParse(JSON.parse(content)).data?.callerId === callerId)
    .map(({ id }) => id);
}

/** What of a caller may not go yet. */
export async function neededOf(database: Database, callerId: number, { now, timeZone }: Moment): Promise<Needed[]> {
  return stillNeeded(await measuresOfCaller(database, callerId), now, timeZone);
}

/** How much there is of a caller; undefined when there is no such caller. */
export async function readPlan(
  database: Database,
  callerId: number,
  moment: Moment,
): Promise<Omit<ErasurePlan, 'backups'> | undefined> {
  const caller = await database
    .selectFrom('caller')
    .select('displayName')
    .where('id', '=', callerId)
    .executeTakeFirst();
  if (!caller) return undefined;
  const staying = await stayingOf(database, callerId, moment);
  const rows = await rowsAbout(database, [callerId], followsCard);
  const idsIn = (table: keyof Schema) =>
    rows.filter((row) => row.table === table && !doesStay(staying, table, row.id)).map(({ id }) => id);
  const incidentIds = idsIn('incident');
  const attachments = await database
    .selectFrom('attachment')
    .select('id')
    .where('incidentId', 'in', incidentIds)
    .execute();
  const letters = await database
    .selectFrom('letter')
    .select('id')
    .where(({ or, eb }) => or([eb('measureId', 'in', idsIn('measure')), eb('agreementId', 'in', idsIn('agreement'))]))
    .execute();
  return {
    callerName: caller.displayName,
    parts: [
      { what: 'contacts', count: idsIn('contact').length },
      { what: 'incidents', count: incidentIds.length },
      { what: 'attachments', count: attachments.length },
      { what: 'measures', count: idsIn('measure').length },
      { what: 'letters', count: letters.length },
      { what: 'concerns', count: idsIn(concernsCollector.table).length },
      { what: 'arrangements', count: idsIn('agreement').length + idsIn('exception').length },
      { what: 'drafts', count: (await draftsOf(database, callerId)).length },
    ],
    needed: await neededOf(database, callerId, moment),
    stays: [
      { what: 'measures', count: staying.measure.size },
      { what: 'incidents', count: staying.incident.size },
      { what: 'contacts', count: staying.contact.size },
    ],
  };
}

/** What a caller can be found by in the texts about others: their names, also of cards that became this one, and numbers. */
export async function wordsOf(database: Database, callerId: number): Promise<string[]> {
  const caller = await database
    .selectFrom('caller')
    .select('displayName')
    .where('id', '=', callerId)
    .executeTakeFirst();
  const numbers = await database
    .selectFrom('callerNumber')
    .select(['number', 'digits'])
    .where('callerId', '=', callerId)
    .execute();
  const merged = await database.selectFrom('callerMerge').select('record').where('keptId', '=', callerId).execute();
  const names = merged.map(({ record }) => mergedName.parse(JSON.parse(record)).other.displayName);
  return findable(
    [caller?.displayName ?? '', ...names],
    numbers.flatMap(({ number, digits }) => [number, `0${digits}`]),
  );
}

/**
 * Erases everything that stands with a caller but for what must stay, a little at a time. The card goes last, so it can be
 * taken up again.
 */
export async function erasePerson(
  database: Database,
  callerId: number,
  moment: Moment,
  staying: Staying | null = null,
): Promise<void> {
  for (const collector of ofCaller) {
    const rows = await rowsAbout(database, [callerId], followsCard);
    const ids = rows
      .filter(({ table, id }) => table === collector.table && !(staying && doesStay(staying, table, id)))
      .map(({ id }) => id);
    for (let first = 0; first < ids.length; first += IN_A_BATCH) {
      const batch = ids.slice(first, first + IN_A_BATCH);
      await database
        .transaction()
        .execute((transaction) => collector.erase({ ...moment, database: transaction }, batch));
      await letOthersFirst(database);
    }
  }
  await database.transaction().execute(async (transaction) => {
    const left = staying ? (['measure', 'incident', 'contact', 'told', 'callerMerge'] as const) : [];
    await removeRowsAbout(transaction, callerId, ['privacyRequest', 'incidentVersion', ...left]);
    if (staying) await stripCard(transaction, callerId);
    const drafts = await draftsOf(transaction, callerId);
    await transaction.deleteFrom('draft').where('id', 'in', drafts).execute();
  });
}

/** The card itself. What was asked about it before stays as a fact, without a word of it. */
export async function eraseCard(database: Database, callerId: number): Promise<void> {
  await database
    .updateTable('privacyRequest')
    .set({ asked: '', answer: '', extendedWhy: null, statement: '', othersTold: null, othersNote: '' })
    .set({ leftStanding: '[]' })
    .where('callerId', '=', callerId)
    .execute();
  await database
    .deleteFrom('rectification')
    .where('requestId', 'in', database.selectFrom('privacyRequest').select('id').where('callerId', '=', callerId))
    .execute();
  await database.deleteFrom('caller').where('id', '=', callerId).execute();
}

/** Workers who lost access, and whose name is still theirs. */
export async function readFormerWorkers(database: Database) {
  const rows = await database
    .selectFrom('user')
    .select(['id as userId', 'name', 'removedAt'])
    .where('active', '=', 0)
    .where('demo', '=', 0)
    .where('erasedAt', 'is', null)
    .orderBy('name')
    .execute();
  return rows.map(({ removedAt, ...worker }) => ({ ...worker, removedAt: removedAt ?? 0 }));
}

/** Gives a worker who left a name that says nothing; false when they have access, or are nobody. */
export async function eraseWorkerName(database: Database, userId: number, name: string, at: number): Promise<boolean> {
  const result = await database
    .updateTable('user')
    .set({ name, function: '', department: '', erasedAt: at })
    .where('id', '=', userId)
    .where('active', '=', 0)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
