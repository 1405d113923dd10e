import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** Which entries of the log somebody wants; what is left out narrows nothing. */
export interface LogNarrowing {
  userId?: number | undefined;
  actions?: readonly string[] | undefined;
  callerId?: number | undefined;
  /** From this moment on, and before that one. */
  from?: number | undefined;
  until?: number | undefined;
}

type Column = 'at' | 'userId' | 'action' | 'subject';

/** What hangs on a card, by the word that the log has for it. */
const ofCard = {
  ...{ contact: 'contact', incident: 'incident', concern: 'concern', measure: 'measure', 'hand-over': 'handOver' },
  ...{ agreement: 'agreement', exception: 'exception', request: 'privacyRequest' },
};
/** What hangs on something that does. */
const through = [
  { word: 'attachment', table: 'attachment', column: 'incidentId', on: 'incident' },
  { word: 'objection', table: 'objection', column: 'measureId', on: 'measure' },
  { word: 'police dossier', table: 'policeDossier', column: 'measureId', on: 'measure' },
  { word: 'letter', table: 'letter', column: 'measureId', on: 'measure' },
  { word: 'letter', table: 'letter', column: 'agreementId', on: 'agreement' },
];

/** Every subject of the log that is about a caller: the card, the cards that were merged into it, what hangs on them. */
function subjectsOf(callerId: number): RawBuilder<string> {
  const numbered = (word: string) => sql`${`${word} `} || id`;
  const subjects = sql.join(
    [
      sql`select ${`caller ${callerId}`}`,
      sql`select ${'caller '} || mergedId from callerMerge where keptId = ${callerId}`,
      ...Object.entries(ofCard).map(
        ([word, table]) => sql`select ${numbered(word)} from ${sql.table(table)} where callerId = ${callerId}`,
      ),
      ...through.map(
        ({ word, table, column, on }) => sql`select ${numbered(word)} from ${sql.table(table)}
          where ${sql.ref(column)} in (select id from ${sql.table(on)} where callerId = ${callerId})`,
      ),
    ],
    sql` union all `,
  );
  return sql<string>`(${subjects})`;
}

/** The columns of the index that entries are found by: the one that leaves the fewest. Both others hold the worker. */
function indexFor({ callerId, actions }: LogNarrowing): Column[] {
  if (callerId !== undefined) return ['subject'];
  return actions === undefined ? ['at'] : ['action', 'at'];
}

/** The entries that are wanted. Its `column` names one so that no other index is taken. */
export function narrowed(database: Kysely<Schema>, narrowing: LogNarrowing) {
  const { callerId, userId, actions, from, until } = narrowing;
  const indexed = indexFor(narrowing);
  const column = <Value>(name: Column) => {
    const ref = sql.ref(`auditEntry.${name}`);
    // A plus makes an expression of it, which SQLite takes no index for.
    return indexed.includes(name) ? sql<Value>`${ref}` : sql<Value>`+${ref}`;
  };
  let entries = database.selectFrom('auditEntry');
  if (callerId !== undefined) entries = entries.where(column<string>('subject'), 'in', subjectsOf(callerId));
  if (userId !== undefined) entries = entries.where(column<number>('userId'), '=', userId);
  if (actions !== undefined) entries = entries.where(column<string>('action'), 'in', actions);
  if (from !== undefined) entries = entries.where(column<number>('at'), '>=', from);
  if (until !== undefined) entries = entries.where(column<number>('at'), '<', until);
  return { entries, at: column<number>('at') };
}
