import { describe, expect, test } from 'vitest';
import { readSearchQuery } from '../../src/main/core/rules/searchQuery.ts';
import { startOfTest } from '../support/practice.ts';
import { caller, practicesWith, recordIncident } from '../support/searching.ts';
import { passwords, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const practiceWith = practicesWith(practice);
const HOUR = 3_600_000;

describe('a name', () => {
  test.each([
    ['Ümit Yağmurdere', ['umit', 'YAGMUR', 'yağ', 'ümit yag', 'yag um', 'Ü']],
    ['Zwaantje van Regenkamp', ['zwaan', 'van regen', 'regen zwaan', 'v r', 'z', 'regenkamp, zwaantje']],
    ["Friso van 't Pimpelveld", ["van 't", 'van ’t pimpel', "'t pimp", 't p f', 'pimpel friso', "  van   't  "]],
    ['Sinne Sinnestra-Hôf', ['sinnestra-hof', 'hof', 'sinnestra hôf', 'hof sinne']],
    ['Łucja Świętosława', ['lucja', 'swieto', 'łuc świ']],
    ['Sjoukje van der Meeuwenhorst', ['van der', 'der meeuw', 'van de', 'v d m']],
  ])('%s is found by the beginning of any of its words', async (displayName, queries) => {
    const { search } = await practiceWith(caller('Barend Klaver'), caller(displayName), caller('Coba Tijmpad'));
    for (const query of queries) expect([query, await search(query)]).toEqual([query, [displayName]]);
  });

  test.each(['aantje', 'kamp', 'zwaantje klaver', 'zwaantjes', 'xq'])(
    'is not found by %j: every word begins a word of the name',
    async (query) => {
      const { search } = await practiceWith(caller('Zwaantje van Regenkamp'), caller('Barend Klaver'));
      expect(await search(query)).toEqual([]);
    },
  );

  test('that was changed is found by the new one only', async () => {
    const { client, ids, search } = await practiceWith(caller('Coba Tijmpad'));
    await client.callers.update({ callerId: ids[0] ?? 0, details: caller('Coba Kiezelven') });
    expect(await search('tijm')).toEqual([]);
    expect(await search('kiezel')).toEqual(['Coba Kiezelven']);
  });
});

describe('a number that was withheld', () => {
  test('is no number and no name: the note has no card, and a card has only the numbers that were shown', async () => {
    const { client } = await practiceWith();
    for (const [displayName, number] of [
      ['anoniem', ''],
      ['', 'Onbekend'],
      ['Onbekend nummer', 'geen nummer'],
    ] as const) {
      const newCaller = { displayName, number, birthDate: null };
      const draft = {
        callerId: null,
        channel: 'phone',
        reason: null,
        text: 'Hing op.',
        startedAt: startOfTest,
      } as const;
      const saved = await client.contacts.save({ ...draft, id: crypto.randomUUID(), newCaller });
      expect(saved.callerId).toBeNull();
    }
    const { callerId } = await client.callers.create(caller('Aart Klaver', { numbers: ['anoniem', '14 024', '113'] }));
    expect((await client.callers.card({ callerId })).details.numbers).toEqual(['14024', '113']);
    for (const query of ['14024', '14 024', '113']) {
      expect(await client.callers.search({ query })).toMatchObject([{ id: callerId, isLookAlike: false }]);
    }
  });
});

describe('a number', () => {
  const numbers = {
    'Mobiele Merel': '06 00 12 34 56',
    'Vaste Vink': '024 000 01 99',
    'Verre Valk': '+32 470 00 00 11',
  };

  test.each([
    ['Mobiele Merel', ['0600123456', '06 00 12 34 56', '06-00123456', '+31 6 00 12 34 56', '0031600123456']],
    ['Mobiele Merel', ['+31(0)6 00123456', '06.00.12', '(06) 00 12', '06001', '+316001', '00316001', '3456', '34 56']],
    ['Vaste Vink', ['024', '0240000199', '024-000 01 99', '+3124', '0199', '01 99', '00199']],
    ['Verre Valk', ['+32 470 00 00 11', '0032470000011', '+32470', '0032 470', '0011']],
  ])('of %s is found in any notation, by its beginning or its last four digits', async (name, queries) => {
    const { search } = await practiceWith(
      ...Object.entries(numbers).map(([displayName, number]) => caller(displayName, { numbers: [number] })),
    );
    for (const query of queries) expect([query, await search(query)]).toEqual([query, [name]]);
  });

  test.each(['06', '+3', '99', '199', '12 34', '0600123457', '+33'])('is not found by %j', async (query) => {
    const { search } = await practiceWith(
      ...Object.entries(numbers).map(([displayName, number]) => caller(displayName, { numbers: [number] })),
    );
    expect(await search(query)).toEqual([]);
  });

  test('may be any of the numbers of a caller, who is found once', async () => {
    const { client } = await practiceWith(caller('Twee Nummers', { numbers: ['06 00 00 77 01', '024 000 77 01'] }));
    for (const query of ['06 000', '0240', '7701']) {
      expect(await client.callers.search({ query, limit: 8 })).toMatchObject([{ number: '06 00007701' }]);
    }
  });
});

describe('a date of birth', () => {
  test.each(['12-04-1961', '12-4-1961', '12/4/1961', '12.04.1961', '12 4 1961', '12041961', '1961-04-12', '12-4-61'])(
    'is found as %s',
    async (query) => {
      const { search } = await practiceWith(
        caller('Geboren Giraf', { birthDate: '1961-04-12' }),
        caller('Andere Arend', { birthDate: '1961-12-04' }),
      );
      expect(await search(query)).toEqual(['Geboren Giraf']);
    },
  );

  test('and a number that reads the same are both found', async () => {
    const { search } = await practiceWith(
      caller('Geboren Giraf', { birthDate: '1961-04-12' }),
      caller('Nummer Nachtegaal', { numbers: ['+31 120 41 96 10'] }),
    );
    expect(await search('12041961')).toEqual(['Nummer Nachtegaal', 'Geboren Giraf']);
  });
});

describe('the order', () => {
  const klavers = ['Aart Klaver', 'Berend Klaver', 'Coba Klaver', 'Dirkje Klaver'].map((name) => caller(name));

  test('is the most recent first', async () => {
    const { client, clock, ids, search } = await practiceWith(...klavers);
    expect(await search('klaver')).toEqual(['Dirkje Klaver', 'Coba Klaver', 'Berend Klaver', 'Aart Klaver']);
    clock.now += 60_000;
    await client.contacts.save({
      ...{ id: crypto.randomUUID(), callerId: ids[1] ?? 0, newCaller: null },
      ...{ channel: 'phone', reason: null, text: 'Belt terug.', startedAt: clock.now },
    });
    expect(await search('klaver', 2)).toEqual(['Berend Klaver', 'Dirkje Klaver']);
  });

  test('has flagged callers first, for as long as the flag lasts, however few are asked for', async () => {
    const opened = await practiceWith(...klavers.map((details) => ({ ...details, birthDate: '1950-01-01' })));
    const { clock, ids, search, client } = opened;
    await recordIncident(opened, ids[1] ?? 0, 'insult');
    for (const query of ['klaver', 'klaver', '1-1-1950', '01011950']) {
      expect(await search(query, 1)).toEqual(['Berend Klaver']);
      expect(await search(query)).toEqual(['Berend Klaver', 'Dirkje Klaver', 'Coba Klaver', 'Aart Klaver']);
    }
    const until = clock.now + 24 * HOUR;
    expect((await client.callers.search({ query: 'berend', limit: 8 }))[0]?.flags).toEqual([
      { kind: 'colleagueTakes', until },
    ]);
    clock.now = until;
    await opened.workAs('anna');
    expect(await search('klaver', 1)).toEqual(['Dirkje Klaver']);
  });

  test('has somebody first whose incident was linked to them later', async () => {
    const { client, ids, search } = await practiceWith(...klavers);
    const draftId = crypto.randomUUID();
    await client.incidents.record({
      ...{ draftId, callerId: null, newCaller: null, channel: 'phone' },
      ...{ behaviours: ['threat'], severity: 'serious', outcomes: [] },
    });
    expect(await search('klaver', 1)).toEqual(['Dirkje Klaver']);
    await client.contacts.save({
      ...{ id: draftId, callerId: ids[0] ?? 0, newCaller: null, channel: 'phone', reason: null },
      ...{ text: 'Dreigde.', startedAt: startOfTest },
    });
    await client.contacts.save({
      ...{ id: crypto.randomUUID(), callerId: ids[3] ?? 0, newCaller: null, channel: 'phone', reason: null },
      ...{ text: 'Belt terug.', startedAt: startOfTest },
    });
    expect(await search('klaver', 2)).toEqual(['Aart Klaver', 'Dirkje Klaver']);
  });

  test('has nobody first any more whose reasons have lapsed, and has them first again after the next one', async () => {
    const opened = await practiceWith(...klavers);
    const { clock, ids, search, client } = opened;
    const marked = () => {
      const connection = opened.core.context.core.session.unlocked?.connection;
      return connection?.prepare('select displayName from caller where standsOut = 1').pluck().all();
    };
    await recordIncident(opened, ids[1] ?? 0, 'insult');
    expect(marked()).toEqual(['Berend Klaver']);
    clock.now += 24 * HOUR;
    await client.session.unlock({ userId: opened.userIds.karin, password: passwords.karin });
    expect(marked()).toEqual([]);
    expect(await search('klaver', 1)).toEqual(['Dirkje Klaver']);
    // A rule that looks back further makes the same incident count again.
    const { houseRules } = await client.settings.get();
    await client.settings.updateHouseRules({ ...houseRules, colleagueHours: 48 });
    expect(await search('klaver', 1)).toEqual(['Berend Klaver']);
    await client.settings.updateHouseRules(houseRules);
    await recordIncident(opened, ids[0] ?? 0, 'insult');
    expect(await search('klaver', 2)).toEqual(['Aart Klaver', 'Dirkje Klaver']);
  });

  test('has somebody first also behind many who might stand out and do not', async () => {
    const opened = await practiceWith(caller('Aart Klaver'), ...Array.from({ length: 60 }, () => caller('Zoë Klaver')));
    await recordIncident(opened, opened.ids[0] ?? 0, 'insult');
    for (const id of opened.ids.slice(1)) await recordIncident(opened, id, 'angryHangUp');
    expect(await opened.search('klaver', 2)).toEqual(['Aart Klaver', 'Zoë Klaver']);
  });

  test('is not changed by somebody who hung up in anger', async () => {
    const opened = await practiceWith(...klavers);
    await recordIncident(opened, opened.ids[0] ?? 0, 'angryHangUp');
    expect(await opened.search('klaver', 1)).toEqual(['Dirkje Klaver']);
  });
});

describe('what is typed', () => {
  test.each(['', ' ', '%', '_', '%%', '"', '""', '*', "'", '\\', '-', '^', '(', '+', ';', '%_"*', '👋'])(
    '%j finds nobody and breaks nothing',
    async (query) => {
      const { search } = await practiceWith(caller('Barend Klaver', { numbers: ['06 00 12 34 56'] }));
      expect(await search(query)).toEqual([]);
    },
  );

  test.each([
    'b%',
    'barend_',
    'klav*',
    '"klaver"',
    'klaver OR coba',
    'klaver NOT coba',
    'NEAR(klaver)',
    'searchText:b',
  ])('%j is taken as words, not as a language', async (query) => {
    const { search } = await practiceWith(caller('Barend Klaver'), caller('Coba Tijmpad'));
    const words = readSearchQuery(query, startOfTest).words;
    const found = ['barend', 'klaver'];
    const matches = words.every((word) => found.some((part) => part.startsWith(word)));
    expect(await search(query)).toEqual(matches ? ['Barend Klaver'] : []);
  });

  test('may be as long as the field allows', async () => {
    const { search } = await practiceWith(caller('Barend Klaver'));
    expect(await search('b '.repeat(60))).toEqual(['Barend Klaver']);
    expect(await search('a b c d e f g h i j k l m n o p q r s t u v w x y z '.repeat(2).slice(0, 104))).toEqual([]);
    expect(await search('9'.repeat(120))).toEqual([]);
  });

  test('finds no more than was asked for', async () => {
    const { client, search } = await practiceWith(
      ...Array.from({ length: 25 }, (_, index) =>
        caller(`Klaver ${index}`, { numbers: [`06 00 12 34 ${10 + index}`] }),
      ),
    );
    for (const query of ['klaver', '06001234']) {
      for (const limit of [1, 8, 20]) expect(await search(query, limit)).toHaveLength(limit);
      await expect(client.callers.search({ query, limit: 21 })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    }
  });
});
