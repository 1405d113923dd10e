import { randomUUID } from 'node:crypto';
import { language } from '../../../src/shared/contract/base.ts';
import type { Draft } from '../../../src/shared/contract/contacts.ts';
import type { IncidentRecord } from '../../../src/shared/contract/incidents.ts';
import { openFolder } from './core.ts';
import { callers, workers } from './people.ts';

/** Fills the practice of people.ts with a day on which every screen has something to show, in one language. */
const [, , folder, chosenLanguage] = process.argv;
if (!folder) throw new Error('usage: makeBusyDay.ts FOLDER LANGUAGE');

const MINUTE = 60_000;
let now = Date.now();
const start = now;
const { core, client } = await openFolder(folder, () => now);
const state = core.state();
const users = state.kind === 'locked' ? state.users : [];

async function workAs({ name, password }: { name: string; password: string }, minutesAgo: number): Promise<void> {
  now = start - minutesAgo * MINUTE;
  const userId = users.find((user) => user.name === name)?.id ?? 0;
  await client.session.unlock({ userId, password });
  await client.session.setPreferences({ language: language.parse(chosenLanguage) });
}

async function find({ displayName }: { displayName: string }): Promise<number> {
  const [found] = await client.callers.search({ query: displayName, limit: 1 });
  if (!found) throw new Error(`${displayName} is not there`);
  return found.id;
}

const draft = (callerId: number, text: string, part: Partial<Draft> = {}): Draft => ({
  id: randomUUID(),
  callerId,
  newCaller: null,
  channel: 'phone',
  reason: 'prescription',
  text,
  startedAt: now - 2 * MINUTE,
  ...part,
});

const incident = (callerId: number | null, part: Partial<IncidentRecord> = {}): IncidentRecord => ({
  draftId: null,
  callerId,
  newCaller: null,
  channel: 'phone',
  behaviours: ['verbalAbuse', 'threat'],
  severity: 'serious',
  outcomes: ['callEnded'],
  ...part,
});

const { karin, anna, bram } = workers;
await workAs(karin, 59);
await client.setup.loadDemo();

await workAs(anna, 58);
const zwaantje = await find(callers.zwaantje);
const friso = await find(callers.friso);
const umit = await find(callers.umit);
await client.contacts.save(draft(zwaantje, 'Herhaalrecept aangevraagd; ligt morgen na 14:00 bij de apotheek.'));
await client.contacts.save(
  draft(zwaantje, 'Vraagt of de uitslag er al is. Teruggebeld: nog niet.', { reason: 'result' }),
);
await client.distress.record({
  kind: 'lonely',
  callerId: zwaantje,
  finding: 'oftenCalling',
  handedOverTo: 'colleague',
  remark: '',
});
const { incidentId: metByAnna } = await client.incidents.record(incident(friso));
await client.incidents.complete({
  incidentId: metByAnna,
  done: true,
  completion: {
    cause: 'refusedRequest',
    aggressionKind: 'frustration',
    words: 'Als ik langskom, weet je wat er gebeurt.',
    account: 'Vroeg voor de derde keer om hetzelfde recept en bleef daarna dreigen, ook nadat de grens was genoemd.',
    witnesses: 'Bram',
    weight: 'heavier',
  },
});
await client.breaks.ask({ asked: { who: 'teamLead' } });

await workAs(bram, 40);
await client.contacts.save(draft(umit, 'Afspraak verzet naar dinsdag.', { channel: 'desk', reason: 'appointment' }));
await client.incidents.record(incident(umit, { channel: 'desk', behaviours: ['insult'], severity: 'unpleasant' }));

await workAs(karin, 20);
const { incidentId: reviewed } = await client.incidents.record(incident(zwaantje, { behaviours: ['intimidation'] }));
await client.review.markReviewed({
  incidentId: reviewed,
  note: 'Goed dat je de grens noemde en ophing. Ik bel de beller morgen zelf, en morgen praten we even na.',
});
await client.incidents.record(incident(null, { severity: 'serious', outcomes: ['callerHungUp', 'warned'] }));
await client.contacts.saveDraft(
  draft(umit, 'Belt terug over de verwijzing, nummer ligt klaar.', { reason: 'referral' }),
);
await client.contacts.saveDraft(draft(zwaantje, 'Wil liever dat haar dochter wordt gebeld.'));
await core.close();
