import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import {
  type Answers,
  answers as answersSchema,
  type ClosedQuestionnaire,
  questionnaireResult,
  questions,
} from '../../../../shared/contract/questionnaires.ts';
import { type Answered, resultOf } from '../../rules/questionnaire.ts';
import type { Schema } from '../../store/schema.ts';
import { activeMembers } from '../team/members.ts';

type Database = Kysely<Schema>;

async function invitationsOf(database: Database, questionnaireId: number) {
  return database
    .selectFrom('questionnaireInvitation')
    .selectAll()
    .where('questionnaireId', '=', questionnaireId)
    .orderBy('userId')
    .execute();
}

async function answersOf(database: Database, questionnaireId: number): Promise<Answered[]> {
  const rows = await database
    .selectFrom('questionnaireAnswer')
    .select(['function', 'answers'])
    .where('questionnaireId', '=', questionnaireId)
    .execute();
  return rows.map((row) => ({ function: row.function, answers: answersSchema.parse(JSON.parse(row.answers)) }));
}

async function forgetAnswers(database: Database, questionnaireId: number): Promise<void> {
  await database.deleteFrom('questionnaireInvitation').where('questionnaireId', '=', questionnaireId).execute();
  await database.deleteFrom('questionnaireAnswer').where('questionnaireId', '=', questionnaireId).execute();
}

function unsettled(database: Database, today: string) {
  return database
    .selectFrom('questionnaire')
    .select('id')
    .where('result', 'is', null)
    .where('lastDay', '<', today)
    .execute();
}

/**
 * Makes the result of what is closed and takes away the single answers and who gave them. From then on nothing is
 * counted anew, so that no two results can be compared to learn what one worker answered.
 */
export async function settle(database: Database, today: string): Promise<void> {
  if ((await unsettled(database, today)).length === 0) return;
  await database.transaction().execute(async (transaction) => {
    // Asked again: another window may have settled it meanwhile, and what is gone cannot be counted twice.
    for (const { id } of await unsettled(transaction, today)) {
      const asked = (await invitationsOf(transaction, id)).length;
      const result = JSON.stringify(resultOf(await answersOf(transaction, id), asked, questions));
      await transaction.updateTable('questionnaire').set({ result }).where('id', '=', id).execute();
      await forgetAnswers(transaction, id);
    }
  });
}

function openRow(database: Database) {
  return database
    .selectFrom('questionnaire')
    .select(['id', 'openedOn', 'lastDay'])
    .where('result', 'is', null)
    .executeTakeFirst();
}

export async function readOpen(database: Database) {
  const open = await openRow(database);
  if (!open) return null;
  const invitations = await invitationsOf(database, open.id);
  return {
    ...open,
    asked: invitations.length,
    answered: invitations.filter(({ answered }) => answered === 1).length,
  };
}

export async function readClosed(database: Database): Promise<ClosedQuestionnaire[]> {
  const rows = await database
    .selectFrom('questionnaire')
    .select(['id', 'openedOn', 'lastDay', 'result'])
    .where('result', 'is not', null)
    .orderBy('lastDay', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ result, ...row }) => ({
    ...row,
    result: questionnaireResult.parse(JSON.parse(result ?? '')),
  }));
}

export async function insertQuestionnaire(
  database: Database,
  period: { openedOn: string; lastDay: string },
  openedBy: number,
): Promise<number> {
  const { id } = await database
    .insertInto('questionnaire')
    .values({ ...period, openedBy })
    .returning('id')
    .executeTakeFirstOrThrow();
  const members = (await activeMembers(database)).map((member) => member.id);
  const functions = await database.selectFrom('user').select(['id', 'function']).where('id', 'in', members).execute();
  await database
    .insertInto('questionnaireInvitation')
    .values(functions.map((user) => ({ questionnaireId: id, userId: user.id, function: user.function, answered: 0 })))
    .execute();
  return id;
}

/** Another name for a function: of those who are asked, with what was answered, and in what was told of it. */
export async function renameFunction(database: Database, old: string, name: string): Promise<void> {
  await database.updateTable('questionnaireInvitation').set({ function: name }).where('function', '=', old).execute();
  await database.updateTable('questionnaireAnswer').set({ function: name }).where('function', '=', old).execute();
  for (const { id, result } of await readClosed(database)) {
    const groups = result.groups.map((group) => (group.name === old ? { ...group, name } : group));
    const renamed = JSON.stringify({ ...result, groups });
    await database.updateTable('questionnaire').set({ result: renamed }).where('id', '=', id).execute();
  }
}

/** Whether a worker was asked and has not answered yet; undefined when they were not asked. */
export async function readInvitation(database: Database, questionnaireId: number, userId: number) {
  const row = await database
    .selectFrom('questionnaireInvitation')
    .innerJoin('questionnaire', 'questionnaire.id', 'questionnaireId')
    .select(['questionnaireId as id', 'lastDay', 'answered'])
    .where('questionnaireId', '=', questionnaireId)
    .where('userId', '=', userId)
    .where('result', 'is', null)
    .executeTakeFirst();
  return row && { ...row, answered: row.answered === 1 };
}

/** What a worker was asked and has not answered. */
export async function readToAnswer(database: Database, userId: number) {
  const open = await openRow(database);
  const invitation = open && (await readInvitation(database, open.id, userId));
  return invitation && !invitation.answered ? { id: invitation.id, lastDay: invitation.lastDay } : null;
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

/**
 * Keeps a worker's answers, and apart from them that they answered. Everything is written anew, the answers with new
 * random ids and in the order of those, who answered in the order of the list: a row that was added at the end of a page
 * of the store would say that it came last, and with it what the one who answered last had answered.
 */
export async function insertAnswers(
  database: Database,
  questionnaireId: number,
  userId: number,
  own: Answers,
): Promise<void> {
  const invitations = await invitationsOf(database, questionnaireId);
  const invited = invitations.find((invitation) => invitation.userId === userId);
  if (!invited) throw new Error('somebody who was not asked');
  const all = [...(await answersOf(database, questionnaireId)), { function: invited.function, answers: own }];
  await forgetAnswers(database, questionnaireId);
  for (const invitation of invitations) {
    const answered = invitation === invited ? 1 : invitation.answered;
    await database
      .insertInto('questionnaireInvitation')
      .values({ ...invitation, answered })
      .execute();
  }
  const rows = all.map((one) => ({ id: randomUUID(), ...one })).sort(byId);
  for (const { id, answers, ...row } of rows) {
    await database
      .insertInto('questionnaireAnswer')
      .values({ id, questionnaireId, function: row.function, answers: JSON.stringify(answers) })
      .execute();
  }
}

export async function extendQuestionnaire(database: Database, id: number, lastDay: string): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('questionnaire')
    .set({ lastDay })
    .where('id', '=', id)
    .where('result', 'is', null)
    .where('lastDay', '<', lastDay)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Throws an open questionnaire away with everything that was answered. */
export async function deleteQuestionnaire(database: Database, id: number): Promise<boolean> {
  const { numDeletedRows } = await database
    .deleteFrom('questionnaire')
    .where('id', '=', id)
    .where('result', 'is', null)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
