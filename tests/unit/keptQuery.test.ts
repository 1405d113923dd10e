import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { asDatabase } from '../../src/main/core/store/database.ts';
import { keptQuery, onlyRow, type ValueIn } from '../../src/main/core/store/keptQuery.ts';
import { migrate } from '../../src/main/core/store/open.ts';

function emptyDatabase() {
  const connection = new Database(':memory:');
  migrate(connection);
  return asDatabase(connection);
}

test('a kept query is built once and answers to the values of each time, in a transaction and out of one', async () => {
  const database = emptyDatabase();
  let built = 0;
  const add = keptQuery((database, value: ValueIn<{ text: string }>) => {
    built += 1;
    return database
      .insertInto('setting')
      .values({ key: value('text'), value: value('text') })
      .returning(['key', 'value']);
  });
  const first = onlyRow(await add(database, { text: 'one' }));
  const second = await database
    .transaction()
    .execute(async (transaction) => onlyRow(await add(transaction, { text: 'two' })));
  expect([first, second]).toEqual([
    { key: 'one', value: 'one' },
    { key: 'two', value: 'two' },
  ]);
  expect(built).toBe(1);
});

test('it answers whoever asks with another store, and one row that is not there is an error', async () => {
  const values = keptQuery((database, value: ValueIn<{ key: string }>) =>
    database.selectFrom('setting').select('value').where('key', '=', value('key')),
  );
  const database = emptyDatabase();
  await database.insertInto('setting').values({ key: 'one', value: 'kept' }).execute();
  expect(await values(emptyDatabase(), { key: 'one' })).toEqual([]);
  expect(await values(database, { key: 'one' })).toEqual([{ value: 'kept' }]);
  const none = await values(database, { key: 'two' });
  expect(() => onlyRow(none)).toThrow('no row');
});
