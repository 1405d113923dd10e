import { describe, expect, test } from 'vitest';
import { fold } from '../../src/main/core/rules/searchText.ts';
import { phrases } from '../../src/main/core/store/migrations/009-phrases.ts';
import { breaks } from '../../src/main/core/store/migrations/015-breaks.ts';
import { callerWords } from '../../src/main/core/store/migrations/017-callerWords.ts';
import { unfinishedOfCard } from '../../src/main/core/store/migrations/031-unfinishedOfCard.ts';
import { migrations } from '../../src/main/core/store/migrations/index.ts';
import { migrate } from '../../src/main/core/store/open.ts';
import { type BucketRule, bucketRule } from '../../src/shared/contract/settings.ts';
import { newStore } from '../support/newStore.ts';

test('a half-typed form about a card is called after it, and one about something else is not', () => {
  const connection = newStore();
  migrate(connection, migrations.indexOf(unfinishedOfCard));
  connection.exec(`insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
    insert into caller (displayName, searchText, lastContactAt, createdAt) values ('Zwaantje', 'zwaantje', 1, 1);
    insert into unfinished (userId, form, callerId, content, keptAt) values
      (1, 'decision 1', 1, '{}', 2), (1, 'lift 1', 1, '{}', 2), (1, 'toldCaller 1', 1, '{}', 2),
      (1, 'told 1', 1, '{}', 2), (1, 'phrase 1', null, '{}', 2);`);
  migrate(connection);
  const forms = connection.prepare('select form from unfinished order by form').pluck().all();
  expect(forms).toEqual(['decision caller 1', 'lift 1', 'phrase 1', 'told 1', 'told caller 1']);
  connection.close();
});

describe('the migration of the sentences', () => {
  test('joins the words in both languages, sentence by sentence', () => {
    const connection = newStore();
    migrate(connection, migrations.indexOf(phrases));
    connection.exec(`insert into phrase (language, kind, text) values
      ('nl', 'slowing', 'Kort?'), ('nl', 'ending', 'Ik stop.'), ('nl', 'slowing', 'Wat eerst?'),
      ('en', 'slowing', 'Briefly?'), ('en', 'ending', 'I stop.'), ('en', 'slowing', 'What first?')`);
    migrate(connection);
    const found = connection
      .prepare('select nl, en, startingNl, startingEn, userId from phrase order by nl')
      .raw()
      .all();
    expect(found).toEqual([
      ['Ik stop.', 'I stop.', 'Ik stop.', 'I stop.', null],
      ['Kort?', 'Briefly?', 'Kort?', 'Briefly?', null],
      ['Wat eerst?', 'What first?', 'Wat eerst?', 'What first?', null],
    ]);
    connection.close();
  });
});

test('what follows a d’ in a name becomes a word of its own', () => {
  const connection = newStore();
  migrate(connection, migrations.indexOf(callerWords));
  const insert = connection.prepare(
    'insert into caller (displayName, searchText, lastContactAt, createdAt) values (?, ?, 1, 1)',
  );
  for (const name of ["Ilse d'Ancona", 'Ilse d’Ancona', "Friso van 't Veld", 'Coba Klaver'])
    insert.run(name, fold(name));
  migrate(connection);
  const found = connection.prepare('select searchText from caller order by id').pluck().all();
  expect(found).toEqual(['ilse dancona ancona', 'ilse dancona ancona', 'friso van t veld', 'coba klaver']);
  expect(connection.prepare("select rowid from callerSearch('ancona')").pluck().all()).toEqual([1, 2]);
  connection.close();
});

describe('the house rule for breaks of before there was time at work', () => {
  const before = {
    drops: { unpleasant: 1, serious: 2, verySerious: 5 },
    weights: { lighter: 0.5, asItWas: 1, heavier: 1.5 },
    crisisDrops: 4,
    ...{ leakPerHour: 0.5, leakPerBreakMinute: 0.25, firstLine: 3, secondLine: 5, breakMinutes: 10, snoozeMinutes: 15 },
  };

  function migrated(rule: object): BucketRule {
    const connection = newStore();
    migrate(connection, migrations.indexOf(breaks));
    connection
      .prepare('insert into setting (key, value) values (?, ?)')
      .run('houseRules', JSON.stringify({ bucket: rule, idleLockMinutes: 5 }));
    migrate(connection);
    const row = connection.prepare<[], { value: string }>("select value from setting where key = 'houseRules'").get();
    connection.close();
    return bucketRule.parse(JSON.parse(row?.value ?? '{}').bucket);
  }

  test('stays as the practice chose it, with what is new beside it', () => {
    const { crisisDrops: crisis, ...kept } = before;
    const isNew = { distressDrops: { crisis, lonely: 0.5 }, leakPerOtherWorkHour: 1.5, reliefPerNight: 1 };
    expect(migrated(before)).toEqual({ ...kept, ...isNew });
  });

  test('still opens where its figures contradict each other', () => {
    const odd = {
      ...before,
      drops: { unpleasant: 9, serious: 2, verySerious: 0 },
      weights: { lighter: 3, asItWas: 1, heavier: 5 },
      ...{ leakPerHour: 100, leakPerBreakMinute: 0 },
    };
    expect(migrated(odd)).toMatchObject({
      drops: { unpleasant: 9, serious: 9, verySerious: 9 },
      weights: { lighter: 1 },
      ...{ leakPerOtherWorkHour: 100, leakPerBreakMinute: 1.68 },
    });
  });
});
