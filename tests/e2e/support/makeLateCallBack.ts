import { randomUUID } from 'node:crypto';
import { createRouterClient } from '@orpc/server';
import { openCore } from '../../../src/main/core/core.ts';
import { testOptions } from '../../support/options.ts';
import { callers, workers } from './people.ts';

/** Anna promised a caller two hours ago to call back within the hour, and did not get to it. */
const [, , folder] = process.argv;
if (!folder) throw new Error('usage: makeLateCallBack.ts FOLDER');

const HOUR = 3_600_000;
const then = Date.now() - 2 * HOUR;
const core = await openCore(testOptions(folder, () => then));
const client = createRouterClient(core.router, { context: core.context });
const state = core.state();
const users = state.kind === 'locked' ? state.users : [];
const userId = users.find(({ name }) => name === workers.anna.name)?.id ?? 0;
await client.session.unlock({ userId, password: workers.anna.password });
const [friso] = await client.callers.search({ query: callers.friso.displayName, limit: 1 });
await client.contacts.save({
  id: randomUUID(),
  callerId: friso?.id ?? null,
  newCaller: null,
  channel: 'phone',
  reason: 'result',
  text: 'Wil weten of de uitslag er is.',
  handOver: { kind: 'callBack', to: { kind: 'worker', userId }, dueAt: then + HOUR },
  startedAt: then,
});
await core.close();
