import { expect, test } from 'vitest';
import { flagsMeant } from '../../src/main/core/rules/flagWords.ts';

test.each([
  ['verbod', ['contactBan']],
  ['Contactverbod', ['contactBan']],
  ['contactv', ['contactBan']],
  ['ban', ['contactBan']],
  ['waars', ['warning']],
  ['warn', ['warning']],
  ['belafspraak', ['agreement']],
  // The beginnings of names.
  ['Bannink', []],
  ['ver', []],
  ['war', []],
  ['', []],
])('%j asks for %j', (query, flags) => {
  expect(flagsMeant(query)).toEqual(flags);
});
