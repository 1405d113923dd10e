import { type Answers, questions } from '../../../shared/contract/questionnaires.ts';
import { dayAfter, dayOf } from '../rules/practiceTime.ts';
import { resultOf } from '../rules/questionnaire.ts';
import type { SqliteConnection } from '../store/open.ts';
import type { DemoPractice } from './generate.ts';
import { type Random, seededRandom } from './random.ts';

/** Of half a year ago, when more people answered than work here now. */
const ANSWERED = [...Array<string>(6).fill('Doktersassistent'), ...Array<string>(5).fill('Receptionist')];
const ASKED = 13;

function someAnswers(random: Random): Answers {
  return {
    abuse: random.pick(['onceOrTwice', 'monthly', 'weekly']),
    threat: random.pick(['never', 'never', 'onceOrTwice']),
    sexual: random.pick(['never', 'never', 'never', 'onceOrTwice', 'noAnswer']),
    colleagues: random.pick(['never', 'never', 'never', 'noAnswer']),
    reported: random.pick(['always', 'mostly', 'mostly', 'sometimes']),
    supported: random.pick(['always', 'mostly', 'sometimes', 'notApplicable']),
  };
}

/** One that is closed, with its result; and one that is open, unless the practice has one open itself. */
export function insertQuestionnaires(connection: SqliteConnection, practice: DemoPractice): void {
  const { now, timeZone, leadId, seed } = practice;
  const random = seededRandom(seed + 2);
  const inDays = (days: number) => dayAfter(dayOf(now, timeZone), days, timeZone);
  const questionnaire = connection.prepare(
    'insert into questionnaire (openedOn, lastDay, openedBy, result) values (?, ?, ?, ?)',
  );
  const answered = ANSWERED.map((name) => ({ function: name, answers: someAnswers(random) }));
  const result = JSON.stringify(resultOf(answered, ASKED, questions));
  questionnaire.run(inDays(-190), inDays(-169), leadId, result);
  if (connection.prepare('select id from questionnaire where result is null').get()) return;
  const { lastInsertRowid } = questionnaire.run(inDays(-5), inDays(9), leadId, null);
  connection
    .prepare(
      `insert into questionnaireInvitation (questionnaireId, userId, function, answered)
        select ?, id, function, 0 from user where active = 1 or demo = 1`,
    )
    .run(lastInsertRowid);
  connection
    .prepare(
      `update questionnaireInvitation set answered = 1 where questionnaireId = ? and userId in
        (select value from json_each(?))`,
    )
    .run(lastInsertRowid, JSON.stringify(practice.workerIds.slice(0, 2)));
  const answer = connection.prepare(
    'insert into questionnaireAnswer (id, questionnaireId, function, answers) values (?, ?, ?, ?)',
  );
  for (const [nth, one] of practice.workerIds.slice(0, 2).entries()) {
    const job = connection.prepare('select function from user where id = ?').pluck().get(one);
    answer.run(`oefening-${lastInsertRowid}-${nth}`, lastInsertRowid, job, JSON.stringify(someAnswers(random)));
  }
}
