import { describe, expect, test } from 'vitest';
import type { PhraseWords } from '../../src/shared/contract/phrases.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();

const words = (part: Partial<PhraseWords> = {}): PhraseWords => ({
  kind: 'slowing',
  nl: 'Ik help u graag kort op weg.',
  en: 'I will gladly get you started.',
  ...part,
});

async function atWork(worker: 'karin' | 'anna' = 'anna') {
  const opened = await practice.open();
  await opened.workAs(worker);
  const all = () => opened.client.phrases.list();
  return { ...opened, all, find: async (id: number) => (await all()).find((one) => one.id === id) };
}

describe("a worker's own sentence", () => {
  test('is added, changed and removed by that worker, and seen by nobody else', async () => {
    const { client, workAs, find } = await atWork();
    const { phraseId } = await client.phrases.saveOwn({ phraseId: null, words: words() });
    expect(await find(phraseId)).toMatchObject({ origin: 'own', nl: 'Ik help u graag kort op weg.', isHidden: false });
    await client.phrases.saveOwn({ phraseId, words: words({ nl: 'Kort dan.', kind: 'ending' }) });
    expect(await find(phraseId)).toMatchObject({ nl: 'Kort dan.', kind: 'ending' });
    await workAs('bram');
    expect(await find(phraseId)).toBeUndefined();
    await expect(client.phrases.saveOwn({ phraseId, words: words() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.phrases.removeOwn({ phraseId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await workAs('karin');
    expect(await find(phraseId)).toBeUndefined();
    await expect(client.phrases.saveForPractice({ phraseId, words: words() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await workAs('anna');
    await client.phrases.removeOwn({ phraseId });
    expect(await find(phraseId)).toBeUndefined();
  });

  test('needs words in one language at least', async () => {
    const { client } = await atWork();
    await client.phrases.saveOwn({ phraseId: null, words: words({ nl: '' }) });
    const empty = words({ nl: ' ', en: '' });
    await expect(client.phrases.saveOwn({ phraseId: null, words: empty })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});

describe('a sentence of the practice', () => {
  test('made by a manager is there for everybody and goes for everybody', async () => {
    const { client, workAs, find } = await atWork('karin');
    const { phraseId } = await client.phrases.saveForPractice({ phraseId: null, words: words() });
    await workAs('anna');
    expect(await find(phraseId)).toMatchObject({ origin: 'practice', isChanged: false });
    await client.phrases.setFavourite({ phraseId, favourite: true });
    await workAs('karin');
    await client.phrases.removeFromPractice({ phraseId });
    await workAs('anna');
    expect(await find(phraseId)).toBeUndefined();
  });

  test('that came with the product can be reworded and hidden, never removed, and has a way back', async () => {
    const { client, workAs, all, find } = await atWork('karin');
    const first = (await all())[0];
    if (!first) throw new Error('a practice starts with sentences');
    const phraseId = first.id;
    await client.phrases.saveForPractice({ phraseId, words: words({ kind: first.kind }) });
    await expect(client.phrases.removeFromPractice({ phraseId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await client.phrases.setHidden({ phraseId, hidden: true });
    expect(await find(phraseId)).toMatchObject({ isHidden: true, isChanged: true });
    await workAs('anna');
    expect(await find(phraseId)).toBeUndefined();
    await workAs('karin');
    await client.phrases.setHidden({ phraseId, hidden: false });
    await client.phrases.restore({ phraseId });
    await workAs('anna');
    expect(await find(phraseId)).toEqual({ ...first, isChanged: false, isHidden: false });
  });
});

test('a favourite is the own choice of a worker', async () => {
  const { client, workAs, all } = await atWork();
  const [phrase] = await all();
  const phraseId = phrase?.id ?? 0;
  for (const favourite of [true, true]) await client.phrases.setFavourite({ phraseId, favourite });
  expect((await all()).filter(({ isFavourite }) => isFavourite).map(({ id }) => id)).toEqual([phraseId]);
  await workAs('bram');
  expect((await all()).filter(({ isFavourite }) => isFavourite)).toEqual([]);
  await workAs('anna');
  await client.phrases.setFavourite({ phraseId, favourite: false });
  expect((await all()).filter(({ isFavourite }) => isFavourite)).toEqual([]);
});

test('what is typed in a form is kept for whoever typed it, until it is dropped', async () => {
  const { client, workAs, core, dataEncryptionKey, userIds } = await atWork();
  await client.unfinished.keep({ form: 'phrase 3', callerId: null, content: 'Ik hoor' });
  await client.unfinished.keep({ form: 'phrase 3', callerId: null, content: 'Ik hoor u' });
  await client.session.lock();
  await core.context.core.session.unlock(userIds.anna, dataEncryptionKey.slice());
  expect(await client.unfinished.get({ form: 'phrase 3' })).toEqual({ content: 'Ik hoor u' });
  expect(await client.unfinished.get({ form: 'phrase 4' })).toEqual({ content: null });
  await workAs('karin');
  expect(await client.unfinished.get({ form: 'phrase 3' })).toEqual({ content: null });
  await workAs('anna');
  await client.unfinished.drop({ form: 'phrase 3' });
  expect(await client.unfinished.get({ form: 'phrase 3' })).toEqual({ content: null });
});

test('what is typed about a caller of the demo practice goes with the demo practice', async () => {
  const { client } = await atWork('karin');
  await client.setup.loadDemo();
  const [someone] = await client.callers.search({ query: 'a', limit: 1 });
  const callerId = someone?.id ?? 0;
  await client.unfinished.keep({ form: `decision ${callerId}`, callerId, content: '{}' });
  await client.setup.removeDemo();
  expect(await client.unfinished.get({ form: `decision ${callerId}` })).toEqual({ content: null });
});
