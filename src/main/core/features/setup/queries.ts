import { type Kysely, sql } from 'kysely';
import { dayOf, weekOf } from '../../rules/practiceTime.ts';
import type { Schema } from '../../store/schema.ts';
import { readPractice } from '../settings/queries.ts';

export async function isDemoLoaded(database: Kysely<Schema>): Promise<boolean> {
  const row = await database.selectFrom('caller').select('id').where('demo', '=', 1).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Takes away everything that came with the demo practice, and what was noted about its people since. */
export async function removeDemo(database: Kysely<Schema>): Promise<void> {
  const demoCallers = database.selectFrom('caller').select('id').where('demo', '=', 1);
  await database.deleteFrom('agreement').where('callerId', 'in', demoCallers).execute();
  await database.deleteFrom('exception').where('callerId', 'in', demoCallers).execute();
  await database.deleteFrom('told').where('callerId', 'in', demoCallers).execute();
  await database.deleteFrom('privacyRequest').where('callerId', 'in', demoCallers).execute();
  await database.deleteFrom('measure').where('callerId', 'in', demoCallers).execute();
  await database
    .deleteFrom('incident')
    .where((where) => where.or([where('demo', '=', 1), where('callerId', 'in', demoCallers)]))
    .execute();
  await database
    .deleteFrom('concern')
    .where((where) => where.or([where('demo', '=', 1), where('callerId', 'in', demoCallers)]))
    .execute();
  const contacts = database
    .selectFrom('contact')
    .select('id')
    .where((where) => where.or([where('demo', '=', 1), where('callerId', 'in', demoCallers)]));
  await database.updateTable('incident').set({ contactId: null }).where('contactId', 'in', contacts).execute();
  await database
    .deleteFrom('handOver')
    .where((where) => where.or([where('contactId', 'in', contacts), where('callerId', 'in', demoCallers)]))
    .execute();
  await database.deleteFrom('contact').where('id', 'in', contacts).execute();
  const halfFilled = demoCallers.clearSelect().select(sql<string>`'caller ' || id`.as('form'));
  await database.deleteFrom('unfinished').where('form', 'in', halfFilled).execute();
  await database.deleteFrom('caller').where('demo', '=', 1).execute();
  await removeDemoTeam(database);
}

/** The invented colleagues, with all that they did and all that was noted about them. */
async function removeDemoTeam(database: Kysely<Schema>): Promise<void> {
  const demoUsers = database.selectFrom('user').select('id').where('demo', '=', 1);
  await database.deleteFrom('breakEvent').where('userId', 'in', demoUsers).execute();
  await database.deleteFrom('workSpan').where('userId', 'in', demoUsers).execute();
  await removeWeeksBefore(database);
  await database.deleteFrom('questionnaire').where('openedBy', 'in', demoUsers).execute();
  await database.deleteFrom('questionnaireInvitation').where('userId', 'in', demoUsers).execute();
  await database.deleteFrom('checkLook').where('userId', 'in', demoUsers).execute();
  await database.deleteFrom('improvement').where('addedBy', 'in', demoUsers).execute();
  await database.deleteFrom('trendEvent').where('addedBy', 'in', demoUsers).execute();
  await database.deleteFrom('coachingMoment').where('plannedBy', 'in', demoUsers).execute();
  const trainings = await database
    .selectFrom('trainingRecord')
    .select('trainingId')
    .distinct()
    .where('recordedBy', 'in', demoUsers)
    .execute();
  const trainingIds = trainings.map(({ trainingId }) => trainingId);
  await database
    .deleteFrom('trainingRecord')
    .where((where) => where.or([where('trainingId', 'in', trainingIds), where('userId', 'in', demoUsers)]))
    .execute();
  await database.deleteFrom('training').where('id', 'in', trainingIds).execute();
  const documents = await database
    .selectFrom('houseRuleVersion')
    .select('document')
    .distinct()
    .where('decidedBy', 'in', demoUsers)
    .execute();
  const names = documents.map(({ document }) => document);
  await database.deleteFrom('houseRuleReading').where('document', 'in', names).execute();
  await database.deleteFrom('houseRuleVersion').where('document', 'in', names).execute();
  await database.deleteFrom('absence').where('userId', 'in', demoUsers).execute();
  await database.deleteFrom('user').where('demo', '=', 1).execute();
}

/** Totals of breaks in weeks in which the practice itself was not there yet. */
async function removeWeeksBefore(database: Kysely<Schema>): Promise<void> {
  const { timeZone } = await readPractice(database);
  const { began } = await database
    .selectFrom('user')
    .select(({ fn }) => fn.min('createdAt').as('began'))
    .where('demo', '=', 0)
    .executeTakeFirstOrThrow();
  const [monday] = weekOf(dayOf(began, timeZone), timeZone);
  if (monday !== undefined) await database.deleteFrom('breakWeek').where('monday', '<', monday).execute();
}
