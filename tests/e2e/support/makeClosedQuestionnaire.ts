import { dayOf } from '../../../src/main/core/rules/practiceTime.ts';
import type { Answers } from '../../../src/shared/contract/questionnaires.ts';
import { openFolder } from './core.ts';
import { workers } from './people.ts';

/** Six colleagues, five of them at the desk, who filled in a questionnaire that closed some days ago. */
const [, , folder] = process.argv;
if (!folder) throw new Error('usage: makeClosedQuestionnaire.ts FOLDER');

const DAY = 86_400_000;
let now = Date.now() - 20 * DAY;
const { core, client } = await openFolder(folder, () => now);
const password = 'gele-laarzen-in-de-regen';
const { karin, anna, bram } = workers;

const state = core.state();
if (state.kind !== 'locked') throw new Error('the practice is not there');
const { users, language } = state;
const idOf = (name: string) => users.find((user) => user.name === name)?.id ?? 0;
const details = { role: 'receptionist', function: 'Doktersassistent', department: 'Balie en telefoon' } as const;
await client.session.unlock({ userId: idOf(karin.name), password: karin.password });
for (const { name } of [anna, bram]) await client.team.update({ userId: idOf(name), details: { name, ...details } });
const team = [anna, bram].map((worker) => ({ userId: idOf(worker.name), password: worker.password }));
for (const name of ['Cato', 'Dirk', 'Evi']) {
  const { userId } = await client.team.add({ name, ...details, language, password });
  team.push({ userId, password });
}
await client.questionnaires.open({ lastDay: dayOf(now + 14 * DAY, 'Europe/Amsterdam') });
const questionnaireId = (await client.questionnaires.list()).open?.id ?? 0;

const told: Answers[] = (['weekly', 'weekly', 'onceOrTwice', 'never', 'monthly'] as const).map((abuse) => ({
  ...{ abuse, threat: 'onceOrTwice', sexual: 'never', colleagues: 'never' },
  ...{ reported: 'sometimes', supported: 'mostly' },
}));
for (const [index, worker] of team.entries()) {
  now += DAY;
  await client.session.unlock(worker);
  const answers = told[index];
  if (answers) await client.questionnaires.answer({ questionnaireId, answers });
}
await core.close();
