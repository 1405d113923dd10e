import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { format } from 'date-fns/format';
import { openFolder } from './core.ts';
import { callers, workers } from './people.ts';

/** A caller who threatened somebody, with a contact ban that rests on it; and what is asked about the data: erasing all. */
const [, , folder] = process.argv;
if (!folder) throw new Error('usage: makeBan.ts FOLDER');

const dayIn = (days: number) => format(addDays(new TZDate(Date.now(), 'Europe/Amsterdam'), days), 'yyyy-MM-dd');
const { core, client } = await openFolder(folder, Date.now);
const state = core.state();
const users = state.kind === 'locked' ? state.users : [];
const userId = users.find(({ name }) => name === workers.karin.name)?.id ?? 0;
await client.session.unlock({ userId, password: workers.karin.password });
const [found] = await client.callers.search({ query: callers.zwaantje.displayName });
const callerId = found?.id ?? 0;
const { incidentId } = await client.incidents.record({
  ...{ draftId: null, callerId, newCaller: null, channel: 'phone', behaviours: ['threat'] },
  ...{ severity: 'verySerious', outcomes: ['callEnded'] },
});
await client.measures.decide({
  ...{ callerId, step: 'contactBan', incidentIds: [incidentId], replaces: [], reason: 'Dreigde langs te komen.' },
  ban: {
    ...{ from: dayIn(0), lastDay: dayIn(29), reviewDay: dayIn(14), channels: ['phone'], scope: 'everything' },
    ...{ scopeName: '', staysOpen: 'Schrijven mag.' },
  },
});
const request = { kind: 'erasure', ground: 'notNeeded', receivedOn: dayIn(0), asked: 'Haal alles weg.' } as const;
await client.privacy.recordRequest({ ...request, callerId });
await core.close();
