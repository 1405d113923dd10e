import { randomUUID } from 'node:crypto';
import { TZDate } from '@date-fns/tz';
import { openFolder } from './core.ts';
import { workers } from './people.ts';

/**
 * Twelve weeks of thirty contacts with one incident each, and then a week with nine incidents. On the Wednesday of each
 * week, at noon in Amsterdam; the week is the one of the day before the run, so that no hour of a run is too early for it.
 */
const [, , folder] = process.argv;
if (!folder) throw new Error('usage: makeTrend.ts FOLDER');

const DAY = 86_400_000;
const WEEKS = 12;
const CONTACTS = 30;

const lastWeek = new TZDate(Date.now() - 7 * DAY, 'Europe/Amsterdam');
lastWeek.setDate(lastWeek.getDate() - ((lastWeek.getDay() + 6) % 7) + 2);
lastWeek.setHours(12, 0, 0, 0);
let now = lastWeek.getTime();
const { core, client } = await openFolder(folder, () => now);
const state = core.state();
const users = state.kind === 'locked' ? state.users : [];
const userId = users.find(({ name }) => name === workers.karin.name)?.id ?? 0;
const weekBefore = (weeks: number) => {
  const day = new TZDate(lastWeek);
  day.setDate(day.getDate() - weeks * 7);
  return day.getTime();
};
now = weekBefore(WEEKS);
await client.session.unlock({ userId, password: workers.karin.password });
for (let week = WEEKS; week >= 0; week -= 1) {
  now = weekBefore(week);
  for (let nth = 0; nth < CONTACTS; nth += 1) {
    await client.contacts.save({
      ...{ id: randomUUID(), callerId: null, newCaller: null, reason: 'question', text: '', startedAt: now },
      channel: nth % 6 === 0 ? 'desk' : 'phone',
    });
  }
  for (let nth = 0; nth < (week === 0 ? 9 : 1); nth += 1) {
    const { incidentId } = await client.incidents.record({
      ...{ draftId: null, callerId: null, newCaller: null, outcomes: ['callEnded'] },
      behaviours: nth % 2 === 0 ? ['insult'] : ['verbalAbuse', 'threat'],
      severity: nth % 3 === 0 ? 'serious' : 'unpleasant',
      channel: nth % 4 === 0 ? 'desk' : 'phone',
    });
    await client.incidents.complete({
      incidentId,
      done: true,
      completion: {
        ...{ aggressionKind: null, words: '', account: '', witnesses: '', weight: 'asItWas' },
        cause: nth % 3 === 0 ? 'waiting' : 'unclearMailing',
      },
    });
  }
}
await core.close();
