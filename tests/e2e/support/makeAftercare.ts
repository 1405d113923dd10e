import type { IncidentRecord } from '../../../src/shared/contract/incidents.ts';
import { openFolder } from './core.ts';
import { callers, workers } from './people.ts';

/** Bram met a serious incident five hours ago, for which nobody offered anything yet; Anna a small one. */
const [, , folder] = process.argv;
if (!folder) throw new Error('usage: makeAftercare.ts FOLDER');

const then = Date.now() - 5 * 3_600_000;
const { core, client } = await openFolder(folder, () => then);
const state = core.state();
const users = state.kind === 'locked' ? state.users : [];

async function record({ name, password }: { name: string; password: string }, severity: IncidentRecord['severity']) {
  await client.session.unlock({ userId: users.find((user) => user.name === name)?.id ?? 0, password });
  const [friso] = await client.callers.search({ query: callers.friso.displayName, limit: 1 });
  const met = { draftId: null, newCaller: null, channel: 'phone', outcomes: ['callEnded'] } as const;
  await client.incidents.record({
    ...{ ...met, outcomes: [...met.outcomes] },
    callerId: friso?.id ?? null,
    behaviours: severity === 'serious' ? ['verbalAbuse', 'threat'] : ['insult'],
    severity,
  });
}

await record(workers.bram, 'serious');
await record(workers.anna, 'unpleasant');
await core.close();
