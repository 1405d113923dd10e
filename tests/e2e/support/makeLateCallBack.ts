import { randomUUID } from 'node:crypto';
import { openFolder } from './core.ts';
import { callers, workers } from './people.ts';

/** Two hours ago Anna promised a caller to call back within the hour, and handed more over to Bram than can be seen. */
const [, , folder] = process.argv;
if (!folder) throw new Error('usage: makeLateCallBack.ts FOLDER');

const HOUR = 3_600_000;
const then = Date.now() - 2 * HOUR;
const { core, client } = await openFolder(folder, () => then);
const state = core.state();
const users = state.kind === 'locked' ? state.users : [];
const idOf = (name: string) => users.find((user) => user.name === name)?.id ?? 0;
const userId = idOf(workers.anna.name);
await client.session.unlock({ userId, password: workers.anna.password });
const [friso] = await client.callers.search({ query: callers.friso.displayName, limit: 1 });
async function promise(workerId: number, dueAt: number): Promise<void> {
  await client.contacts.save({
    ...{ id: randomUUID(), callerId: friso?.id ?? null, newCaller: null, channel: 'phone', reason: 'result' },
    ...{ text: 'Wil weten of de uitslag er is.', startedAt: then },
    handOver: { kind: 'callBack', to: { kind: 'worker', userId: workerId }, dueAt },
  });
}

await promise(userId, then + HOUR);
for (let nth = 0; nth < 25; nth += 1) await promise(idOf(workers.bram.name), then + 9 * HOUR);
await core.close();
