import { afterEach, expect, test, vi } from 'vitest';
import { filesIn } from '../support/files.ts';
import { aCaller, aCompletion, aDraft, anIncident } from '../support/samples.ts';
import { type PracticeCopy, passwords, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();

/** What was written down on this day: every part of it that could be recognised somewhere. */
const written = [
  ...['Zwaantje', 'Regenkamp', 'zwaantje regenkamp', 'Pimpelveld', 'Kwikstaartjes'],
  ...['600123456', '654321006', '06 00123456', '470000011', '1961-04-12', '1940-11-03'],
  ...['uitslag van woensdag', 'rode fietstas', 'Ik weet je te vinden', 'stond al te schreeuwen', 'buurvrouw Tineke'],
  ...['niet meer wakker worden', 'Ik bel haar morgen', 'tweede deur links', 'Oefenpraktijk De Linde'],
  ...[
    'dr. Zonnedal',
    'Fries',
    'postcode vragen',
    'Regenboogsteeg',
    'insult',
    'verySerious',
    'thinksOfSuicide',
    'callers.card',
  ],
];

/** A note, a new caller, an incident, a draft, a concern and a review, as on any day. */
async function dayOfWork({ client, userIds, workAs }: PracticeCopy): Promise<void> {
  await client.session.unlock({ userId: userIds.anna, password: passwords.anna });
  const details = {
    displayName: 'Zwaantje Regenkamp',
    birthDate: '1961-04-12',
    numbers: ['06 00 12 34 56'],
    generalPractitioner: 'dr. Zonnedal',
    generalPractitionerNumber: '024 000 00 77',
    spokenLanguage: 'Fries',
    checkFirst: 'postcode vragen',
    postalAddress: 'Regenboogsteeg 12',
    remark: 'woont tweede deur links',
  };
  const { callerId } = await client.callers.create(aCaller(details));
  await client.callers.search({ query: 'Zwaantje' });
  await client.callers.card({ callerId });
  await client.contacts.save(aDraft({ callerId, text: 'Vroeg naar de uitslag van woensdag.' }));
  const newCaller = { displayName: 'Friso ’t Pimpelveld', number: '+32 470 00 00 11', birthDate: '1940-11-03' };
  const draft = aDraft({ newCaller, text: 'Zoekt een rode fietstas' });
  await client.contacts.saveDraft(draft);
  const { incidentId } = await client.incidents.record(
    anIncident({ draftId: draft.id, newCaller, behaviours: ['insult'], severity: 'verySerious' }),
  );
  const words = { words: 'Ik weet je te vinden', account: 'Hij stond al te schreeuwen', witnesses: 'buurvrouw Tineke' };
  await client.incidents.complete({ incidentId, completion: aCompletion(words), done: true });
  await client.contacts.saveDraft(
    aDraft({ newCaller: { ...newCaller, displayName: 'Wolf Kwikstaartjes', number: '' } }),
  );
  const concern = { kind: 'crisis', finding: 'thinksOfSuicide', handedOverTo: 'gpOnDuty' } as const;
  await client.distress.record({ ...concern, callerId, remark: 'wil niet meer wakker worden' });
  const wrong = aDraft({ newCaller: { ...newCaller, displayName: 'Wolf Kwikstaartjes', number: '06 00 12 34 5x' } });
  await client.contacts.save(wrong).catch(() => undefined);
  await client.session.unlock({ userId: userIds.bram, password: 'Zwaantje Regenkamp' }).catch(() => undefined);
  await workAs('karin');
  await client.review.markReviewed({ incidentId, note: 'Ik bel haar morgen' });
  await client.setup.loadDemo();
  await client.backup.make();
}

function bytesOf(text: string): Buffer[] {
  return [text, text.toLowerCase(), text.toUpperCase()].flatMap((variant) => [
    Buffer.from(variant, 'utf8'),
    Buffer.from(variant, 'utf16le'),
    Buffer.from(variant, 'latin1'),
  ]);
}

/** The texts that can be read in a file, and where. */
function readableIn(files: Iterable<[string, Buffer]>, texts: readonly string[]): string[] {
  return [...files].flatMap(([name, content]) =>
    texts.filter((text) => bytesOf(text).some((bytes) => content.includes(bytes))).map((text) => `${text} in ${name}`),
  );
}

/** Every name and number of the invented practice. */
function demoTexts({ core }: PracticeCopy): string[] {
  const connection = core.context.core.session.unlocked?.connection;
  const names = connection
    ?.prepare<[], { text: string }>('select displayName as text from caller where demo = 1')
    .all();
  const digits = connection?.prepare<[], { text: string }>('select digits as text from callerNumber').all();
  return [...(names ?? []), ...(digits ?? [])].map(({ text }) => text);
}

afterEach(() => vi.restoreAllMocks());

test('nothing that was written down can be read in any file, while the app is open and when it is closed', async () => {
  const files = await practice.open();
  await dayOfWork(files);
  const texts = [
    ...written,
    ...demoTexts(files),
    ...files.recoveryKey.map((_, at, groups) => groups.slice(at, at + 2).join('')),
  ];
  expect(texts.length).toBeGreaterThan(400);
  const key = Buffer.from(files.dataEncryptionKey);
  const keys = [key, Buffer.from(key.toString('hex')), Buffer.from(key.toString('base64'))];

  for (const moment of ['open', 'closed']) {
    if (moment === 'closed') await files.core.close();
    const found = filesIn(files.folder);
    const names = [...found.keys()];
    expect(names).toEqual(expect.arrayContaining(['keys.json', 'store.db', expect.stringMatching(/^backups\/store-/)]));
    if (moment === 'open') expect(names).toEqual(expect.arrayContaining(['store.db-shm', 'store.db-wal']));
    expect(readableIn(found, texts)).toEqual([]);
    expect([...found].filter(([, content]) => keys.some((bytes) => content.includes(bytes)))).toEqual([]);
    expect(
      readableIn(
        names.map((name) => [name, Buffer.from(name)]),
        texts,
      ),
    ).toEqual([]);
    // The names to pick from at the lock stand readable beside the store, and nothing else does.
    expect(readableIn(found, ['Karin', 'Anna', 'Bram'])).toEqual([
      'Karin in keys.json',
      'Anna in keys.json',
      'Bram in keys.json',
    ]);
  }
});

test('the search would find it: it does in the store as it is without its encryption', async () => {
  const files = await practice.open();
  await dayOfWork(files);
  const { connection } = files.core.context.core.session.unlocked ?? {};
  connection?.pragma('wal_checkpoint(truncate)');
  const plain = connection?.serialize() ?? Buffer.alloc(0);
  const missed = written.filter((text) => readableIn([['store', plain]], [text]).length === 0);
  expect(missed).toEqual([]);
});

test('nothing that was written down reaches the log of the program', async () => {
  const logged: unknown[] = [];
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation((...line) => void logged.push(...line));
  }
  const files = await practice.open();
  await dayOfWork(files);
  files.core.context.core.session.unlocked?.connection.pragma('max_page_count = 1');
  const text = 'Vroeg naar de uitslag van woensdag. '.repeat(500);
  await expect(files.client.contacts.saveDraft(aDraft({ text }))).rejects.toThrow();
  await files.core.lock();
  expect(readableIn([['log', Buffer.from(logged.map(String).join('\n'))]], written)).toEqual([]);
});
