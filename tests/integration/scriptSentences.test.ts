import { expect, test } from 'vitest';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const DAY = 86_400_000;

async function manager() {
  const opened = await practice.open();
  await opened.workAs('karin');
  const { client } = opened;
  const of = async (sentence: string) => (await client.distress.sentences()).find((one) => one.sentence === sentence);
  return { ...opened, of };
}

const start = 'start say 1';
const own = { sentence: start, nl: 'Fijn dat u belt. Vertelt u maar.', en: '' };

test('a sentence of the script is said in the practice’s words, with who chose them, until the first ones are put back', async () => {
  const { client, workAs, clock, of } = await manager();
  const before = await of(start);
  expect(before).toMatchObject({
    own: null,
    before: [],
    hasNewerStart: false,
    starting: { nl: expect.stringMatching(/^Goed dat u belt/) },
  });
  await client.distress.rewordSentence(own);
  const firstAt = clock.now;
  expect(await of(start)).toMatchObject({ own: { nl: own.nl, byName: 'Karin', at: firstAt }, before: [] });
  clock.now += DAY;
  await client.distress.rewordSentence({ ...own, nl: 'Goed dat u ons belt.' });
  expect(await of(start)).toMatchObject({ before: [{ nl: own.nl, at: firstAt }] });
  await workAs('anna');
  expect(await client.distress.ownSentences()).toEqual([{ sentence: start, nl: 'Goed dat u ons belt.', en: '' }]);
  await expect(client.distress.restoreSentence({ sentence: start })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await workAs('karin');
  await client.distress.restoreSentence({ sentence: start });
  expect(await client.distress.ownSentences()).toEqual([]);
  expect(await of(start)).toMatchObject({ own: null, before: [{ nl: '' }, {}, { nl: own.nl }] });
  await expect(client.distress.restoreSentence({ sentence: start })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('no sentence can be emptied, lose 112, or be put where the script has none', async () => {
  const { client, of } = await manager();
  const reword = (sentence: string, nl: string, en = '') => client.distress.rewordSentence({ sentence, nl, en });
  await expect(reword(start, '  ')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  expect(await of('danger say 1')).toMatchObject({ mustName: ['112'] });
  const lost = { code: 'FIELD', data: { field: 'nl', problem: 'mustName 112' } };
  await expect(reword('danger say 1', 'Ik blijf bij u.')).rejects.toMatchObject(lost);
  await expect(reword('danger say 1', '', 'I am staying.')).rejects.toMatchObject({ data: { field: 'en' } });
  await reword('danger say 1', 'Ik blijf bij u. Wij bellen 112.');
  for (const nowhere of ['start say 2', 'start say 101', 'start title 1', 'nowhere hint 1', 'danger hint 102']) {
    await expect(reword(nowhere, 'Bel later terug.')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
});

test('a practice adds sentences of its own, and takes them away again', async () => {
  const { client } = await manager();
  const added = { sentence: 'lonely say 101', nl: 'Op dinsdag is er koffie in het buurthuis.', en: '' };
  await client.distress.rewordSentence(added);
  expect(await client.distress.ownSentences()).toEqual([added]);
  await client.distress.restoreSentence({ sentence: added.sentence });
  expect(await client.distress.ownSentences()).toEqual([]);
});

test('when a later version of the program starts with other words, the manager is told', async () => {
  const opened = await manager();
  const { client, of } = opened;
  await client.distress.rewordSentence(own);
  opened.core.context.core.session.unlocked?.connection
    .prepare(`update scriptSentenceVersion set startingNl = 'Zoals het eerst was.'`)
    .run();
  expect(await of(start)).toMatchObject({ hasNewerStart: true, own: { nl: own.nl } });
  await client.distress.rewordSentence(own);
  expect(await of(start)).toMatchObject({ hasNewerStart: false, own: { nl: own.nl } });
});
