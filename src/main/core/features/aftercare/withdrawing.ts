import type { Kysely } from 'kysely';
import { whyWithdrawn } from '../../rules/aftercare.ts';
import type { Schema } from '../../store/schema.ts';
import { everybodyWhoMet } from '../incidents/people.ts';

type Database = Kysely<Schema>;

interface Changed {
  by: number;
  at: number;
}

/** Who has aftercare for an incident that was not taken back. */
async function workersWithAftercare(database: Database, incidentId: number | null): Promise<Set<number>> {
  if (incidentId === null) return new Set();
  const rows = await database
    .selectFrom('aftercare')
    .select('userId')
    .where('incidentId', '=', incidentId)
    .where('withdrawn', 'is', null)
    .execute();
  return new Set(rows.map(({ userId }) => userId));
}

async function workersOf(database: Database, incidentId: number): Promise<Set<number>> {
  const rows = await database
    .selectFrom(everybodyWhoMet(database).as('met'))
    .select('met.userId')
    .where('met.incidentId', '=', incidentId)
    .execute();
  return new Set(rows.map(({ userId }) => userId));
}

/** What is not ended by somebody: it runs, or was taken back and may go on. */
function notEnded(database: Database, incidentId: number) {
  return database
    .selectFrom('aftercare')
    .select(['id', 'userId', 'withdrawn'])
    .where('incidentId', '=', incidentId)
    .where(({ or, eb }) => or([eb('closedAt', 'is', null), eb('withdrawn', 'is not', null)]))
    .execute();
}

async function settleOne(database: Database, incidentId: number, { by, at }: Changed): Promise<void> {
  const incident = await database
    .selectFrom('incident')
    .select('duplicateOfId')
    .where('id', '=', incidentId)
    .executeTakeFirst();
  const workers = await workersOf(database, incidentId);
  const atOriginal = await workersWithAftercare(database, incident?.duplicateOfId ?? null);
  for (const { id, userId, withdrawn: before } of await notEnded(database, incidentId)) {
    const withdrawn = whyWithdrawn({ withIncident: workers.has(userId), atOriginal: atOriginal.has(userId) });
    if (withdrawn === before) continue;
    const stands = withdrawn === null ? { closedAt: null, closedBy: null } : { closedAt: at, closedBy: by };
    await database
      .updateTable('aftercare')
      .set({ withdrawn, ...stands })
      .where('id', '=', id)
      .execute();
  }
}

/**
 * Takes aftercare back, or lets it go on, after it changed who met an incident or of which incident it is a second
 * record. What was offered and agreed stays; whoever stood with the second record too goes on there when need be.
 */
export async function settleAftercare(database: Database, incidentId: number, changed: Changed): Promise<void> {
  await settleOne(database, incidentId, changed);
  const seconds = await database.selectFrom('incident').select('id').where('duplicateOfId', '=', incidentId).execute();
  for (const { id } of seconds) await settleOne(database, id, changed);
}
