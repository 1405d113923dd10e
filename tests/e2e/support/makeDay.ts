import { TZDate } from '@date-fns/tz';
import { startOfDay } from 'date-fns';
import type { Behaviour } from '../../../src/shared/contract/incidentKinds.ts';
import { openFolder } from './core.ts';
import { callers, workers } from './people.ts';

/** Five incidents within the last ten minutes, of which Bram and Anna each recorded one and the same. */
const [, , folder] = process.argv;
if (!folder) throw new Error('usage: makeDay.ts FOLDER');

const start = Date.now();
/** A minute, or less just after midnight: all of it is of one day of the practice. */
const step = Math.min(60_000, (start - startOfDay(new TZDate(start, 'Europe/Amsterdam')).getTime()) / 12);
let now = start;
const { core, client } = await openFolder(folder, () => now);
const state = core.state();
const users = state.kind === 'locked' ? state.users : [];

async function workAs({ name, password }: { name: string; password: string }): Promise<void> {
  await client.session.unlock({ userId: users.find((user) => user.name === name)?.id ?? 0, password });
}

async function record(caller: { displayName: string }, behaviours: Behaviour[], stepsAgo: number): Promise<void> {
  now = start - Math.floor(stepsAgo * step);
  const [found] = await client.callers.search({ query: caller.displayName, limit: 1 });
  await client.incidents.record({
    ...{ draftId: null, newCaller: null, channel: 'phone', severity: 'unpleasant', outcomes: ['callEnded'] },
    callerId: found?.id ?? null,
    behaviours,
  });
}

now = start - Math.floor(10 * step);
await workAs(workers.anna);
await record(callers.friso, ['verbalAbuse'], 9);
await record(callers.zwaantje, ['insult'], 8);
await record(callers.umit, ['intimidation'], 7);
await record(callers.friso, ['angryHangUp'], 6);
await workAs(workers.bram);
await record(callers.zwaantje, ['insult'], 5);
await core.close();
