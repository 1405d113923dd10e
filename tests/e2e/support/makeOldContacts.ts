import { randomUUID } from 'node:crypto';
import { openFolder } from './core.ts';
import { callers, workers } from './people.ts';

/** Contacts of fourteen months ago, one of them with a hand-over that nobody has done. */
const [, , folder] = process.argv;
if (!folder) throw new Error('usage: makeOldContacts.ts FOLDER');

const DAY = 86_400_000;
const now = Date.now() - 426 * DAY;
const { core, client } = await openFolder(folder, () => now);
const state = core.state();
const users = state.kind === 'locked' ? state.users : [];
const userId = users.find(({ name }) => name === workers.anna.name)?.id ?? 0;
await client.session.unlock({ userId, password: workers.anna.password });
const [found] = await client.callers.search({ query: callers.zwaantje.displayName });
for (let nth = 0; nth < 3; nth += 1) {
  const handOver = { kind: 'callBack', to: { kind: 'role', role: 'manager' }, dueAt: now + DAY } as const;
  await client.contacts.save({
    ...{ id: randomUUID(), callerId: found?.id ?? null, newCaller: null, channel: 'phone', reason: 'question' },
    ...{ text: 'Vroeg naar een uitslag.', startedAt: now + nth * 60_000, handOver: nth === 2 ? handOver : null },
  });
}
await core.close();
