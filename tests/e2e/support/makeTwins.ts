import { dayOf } from '../../../src/main/core/rules/practiceTime.ts';
import { openFolder } from './core.ts';
import { callers, workers } from './people.ts';

/** One caller on two cards, of whom both have a call agreement and one has a contact ban. Karin works in English. */
const [, , folder] = process.argv;
if (!folder) throw new Error('usage: makeTwins.ts FOLDER');

const DAY = 86_400_000;
const now = Date.now();
const { core, client } = await openFolder(folder, () => now);
const state = core.state();
const userId = state.kind === 'locked' ? (state.users.find(({ name }) => name === workers.karin.name)?.id ?? 0) : 0;
await client.session.unlock({ userId, password: workers.karin.password });
await client.session.setPreferences({ language: 'en' });
const [zwaantje] = await client.callers.search({ query: callers.zwaantje.displayName, limit: 1 });
const { details } = await client.callers.card({ callerId: zwaantje?.id ?? 0 });
const known = { ...details, remark: 'Hoort slecht: praat langzaam.', addressForm: 'mevrouw' };
await client.callers.update({ callerId: zwaantje?.id ?? 0, details: known });
const { callerId: twin } = await client.callers.create({
  ...{ displayName: 'Z. Regenkamp', birthDate: '1916-04-12', numbers: ['06 00 77 88 99'], checkFirst: 'postcode' },
  ...{
    generalPractitioner: 'Maanzaad',
    generalPractitionerNumber: '024 000 00 78',
    addressForm: '',
    spokenLanguage: 'Fries',
    remark: 'Belt liefst ’s ochtends.',
  },
  postalAddress: 'Verzonnenlaan 12\n1234 AB Nergenshuizen',
});
const day = (days: number): string => dayOf(now + days * DAY, 'Europe/Amsterdam');
for (const [callerId, callsPerWeek] of [
  [zwaantje?.id ?? 0, 2],
  [twin, 1],
] as const) {
  await client.agreements.make({
    callerId,
    terms: {
      ...{ callsPerWeek, moments: [{ weekday: 2, from: '14:00', until: '15:00' }] },
      ...{ startsOn: day(1), reviewOn: day(30), lastDay: day(60), reason: 'Belt graag even.', agreedWith: 'Zelf' },
    },
  });
}
const { incidentId } = await client.incidents.record({
  ...{ draftId: null, callerId: twin, newCaller: null, channel: 'phone', behaviours: ['threat'] },
  ...{ severity: 'serious', outcomes: ['callEnded'] },
});
await client.measures.decide({
  ...{ callerId: twin, step: 'contactBan', reason: 'Dreigde langs te komen.', incidentIds: [incidentId] },
  ban: {
    ...{ from: day(0), lastDay: day(29), reviewDay: day(14), scope: 'everything', scopeName: '' },
    ...{ channels: ['phone'], staysOpen: 'Schrijven kan altijd.' },
  },
});
await core.close();
