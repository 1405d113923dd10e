import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everything, merge } from '../support/merging.ts';
import { aCaller, aDraft } from '../support/samples.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const MINUTE = 60_000;

const someDetails = fc.record({
  displayName: fc.constantFrom('Zwaantje', 'Zwaantje van Regenkamp', '06 00000021', 'Friso'),
  birthDate: fc.constantFrom(null, '1961-04-12', '1940-11-03'),
  numbers: fc.uniqueArray(fc.constantFrom('06 00000021', '06 00000022', '024 000 0023'), { maxLength: 3 }),
  generalPractitioner: fc.constantFrom('', 'Zonnedal', 'Vermeer'),
  generalPractitionerNumber: fc.constantFrom('', '024 000 0031'),
  addressForm: fc.constantFrom('', 'mevrouw'),
  spokenLanguage: fc.constantFrom('', 'Fries'),
  checkFirst: fc.constantFrom('', 'postcode'),
  postalAddress: fc.constantFrom('', 'Bosweg 1\n1234 AB Verzonnen'),
  remark: fc.constantFrom('', 'Hoort slecht.', 'Praat zacht.'),
});
const someChoices = fc.dictionary(
  fc.constantFrom('displayName', 'birthDate', 'numbers', 'remark', 'checkFirst'),
  fc.constantFrom('kept', 'other', 'both'),
  { noNullPrototype: true },
);
const somebody = fc.nat({ max: 3 });

test('however many are merged in whatever order, undoing them one by one brings back every step', async () => {
  const opened = await practice.open();
  const { client, workAs, clock } = opened;
  await workAs('anna');
  await fc.assert(
    fc.asyncProperty(
      fc.array(someDetails, { minLength: 4, maxLength: 4 }),
      fc.array(fc.record({ one: somebody, two: somebody, choices: someChoices, talks: fc.boolean() }), {
        maxLength: 6,
      }),
      async (people, steps) => {
        const ids: number[] = [];
        for (const details of people) {
          clock.now += MINUTE;
          const { callerId } = await client.callers.create(details);
          await client.contacts.save(aDraft({ callerId }));
          await client.contacts.saveDraft(aDraft({ callerId }));
          ids.push(callerId);
        }
        const undone: { mergeId: number; before: Record<string, unknown[]> }[] = [];
        const there = new Set(ids);
        for (const { one, two, choices, talks } of steps) {
          const [callerId = 0, otherId = 0] = [ids[one], ids[two]];
          clock.now += MINUTE;
          if (callerId === otherId || !there.has(callerId) || !there.has(otherId)) continue;
          // Only what comes before the first merge can come back exactly: what follows stays with the kept card.
          if (talks && undone.length === 0) await client.contacts.save(aDraft({ callerId }));
          const before = await everything(opened);
          const { mergeId } = await merge(opened, callerId, otherId, { choices });
          there.delete(otherId);
          undone.push({ mergeId, before });
        }
        for (const { mergeId, before } of undone.reverse()) {
          await client.callers.undoMerge({ mergeId });
          expect(await everything(opened)).toEqual(before);
        }
      },
    ),
    { numRuns: 25 },
  );
});

describe('what somebody is typing about a card', () => {
  test('is found under the kept card after a merge, and under its own again when that is undone', async () => {
    const { client, workAs } = await practice.open();
    await workAs('karin');
    const { callerId } = await client.callers.create(aCaller({ displayName: 'Z. Kemel', numbers: ['024-5550301'] }));
    const { callerId: otherId } = await client.callers.create(
      aCaller({ displayName: 'Zwaantje Kemel', numbers: ['024-5550302'] }),
    );
    const keep = (form: string, about: number, content: string) =>
      client.unfinished.keep({ form, callerId: about, content });
    const typedIn = async (form: string) => (await client.unfinished.get({ form })).content;
    await keep(`decision caller ${otherId}`, otherId, 'een besluit');
    await keep(`lift ${otherId}`, otherId, 'over een maatregel');
    await keep(`exception caller ${callerId}`, callerId, 'van de kaart die blijft');
    await keep(`exception caller ${otherId}`, otherId, 'van de andere');

    const { mergeId } = await client.callers.merge({ callerId, otherId, choices: {}, agreement: 'kept' });
    expect(await typedIn(`decision caller ${callerId}`)).toBe('een besluit');
    expect(await typedIn(`decision caller ${otherId}`)).toBeNull();
    expect(await typedIn(`lift ${otherId}`)).toBe('over een maatregel');
    expect(await typedIn(`exception caller ${callerId}`)).toBe('van de kaart die blijft');

    await client.callers.undoMerge({ mergeId });
    expect(await typedIn(`decision caller ${otherId}`)).toBe('een besluit');
    expect(await typedIn(`decision caller ${callerId}`)).toBeNull();
    expect(await typedIn(`exception caller ${callerId}`)).toBe('van de kaart die blijft');
    expect(await typedIn(`exception caller ${otherId}`)).toBe('van de andere');
  });
});
