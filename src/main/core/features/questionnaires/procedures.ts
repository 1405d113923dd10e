import { questionnaires as contract } from '../../../../shared/contract/questionnaires.ts';
import { proceduresOf } from '../../procedures.ts';
import { dayAfter, dayOf } from '../../rules/practiceTime.ts';
import { longestOpenDays, smallestGroup } from '../../rules/questionnaire.ts';
import { activeMembers } from '../team/members.ts';
import {
  deleteQuestionnaire,
  extendQuestionnaire,
  insertAnswers,
  insertQuestionnaire,
  readClosed,
  readInvitation,
  readOpen,
  readToAnswer,
  settle,
} from './queries.ts';

const { unlocked } = proceduresOf({ questionnaires: contract });

/** What is wrong with the last day of a questionnaire that is opened or extended today; null when nothing is. */
function problemOf(lastDay: string, today: string, timeZone: string) {
  if (lastDay <= today) return { field: 'lastDay', problem: 'tooEarly' };
  if (lastDay > dayAfter(today, longestOpenDays, timeZone)) return { field: 'lastDay', problem: 'tooLate' };
  return null;
}

export const questionnaires = {
  list: unlocked.questionnaires.list.handler(async ({ context: { database, now, timeZone } }) => {
    await settle(database, dayOf(now, timeZone));
    return { open: await readOpen(database), closed: await readClosed(database) };
  }),

  open: unlocked.questionnaires.open.handler(async ({ context, input: { lastDay }, errors }) => {
    const { database, user, now, timeZone } = context;
    const today = dayOf(now, timeZone);
    await settle(database, today);
    const problem = problemOf(lastDay, today, timeZone);
    if (problem) throw errors.FIELD({ data: problem });
    await database.transaction().execute(async (transaction) => {
      if (await readOpen(transaction)) throw errors.ALREADY_OPEN();
      if ((await activeMembers(transaction)).length < smallestGroup) throw errors.TOO_FEW();
      const id = await insertQuestionnaire(transaction, { openedOn: today, lastDay }, user.id);
      await context.audit(transaction, `questionnaire ${id}`);
    });
    context.changed('questionnaires');
  }),

  extend: unlocked.questionnaires.extend.handler(async ({ context, input, errors }) => {
    const { database, now, timeZone } = context;
    const { questionnaireId, lastDay } = input;
    const today = dayOf(now, timeZone);
    await settle(database, today);
    const problem = problemOf(lastDay, today, timeZone);
    if (problem) throw errors.FIELD({ data: problem });
    await database.transaction().execute(async (transaction) => {
      if (!(await extendQuestionnaire(transaction, questionnaireId, lastDay))) throw errors.NOT_FOUND();
      await context.audit(transaction, `questionnaire ${questionnaireId}`);
    });
    context.changed('questionnaires');
  }),

  withdraw: unlocked.questionnaires.withdraw.handler(async ({ context, input: { questionnaireId }, errors }) => {
    await settle(context.database, dayOf(context.now, context.timeZone));
    await context.database.transaction().execute(async (transaction) => {
      if (!(await deleteQuestionnaire(transaction, questionnaireId))) throw errors.NOT_FOUND();
      await context.audit(transaction, `questionnaire ${questionnaireId}`);
    });
    context.changed('questionnaires');
  }),

  mine: unlocked.questionnaires.mine.handler(async ({ context: { database, user, now, timeZone } }) => {
    await settle(database, dayOf(now, timeZone));
    return { toAnswer: await readToAnswer(database, user.id) };
  }),

  /** The one change without an entry in the audit log: an entry would say who answered when. */
  answer: unlocked.questionnaires.answer.handler(async ({ context, input, errors }) => {
    const { database, user, now, timeZone } = context;
    await settle(database, dayOf(now, timeZone));
    await database.transaction().execute(async (transaction) => {
      const invitation = await readInvitation(transaction, input.questionnaireId, user.id);
      if (!invitation) throw errors.NOT_FOUND();
      if (invitation.answered) throw errors.ALREADY_ANSWERED();
      await insertAnswers(transaction, input.questionnaireId, user.id, input.answers);
    });
    context.changed('questionnaires');
  }),
};
