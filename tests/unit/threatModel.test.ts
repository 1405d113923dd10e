import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const model = readFileSync(path.join(root, 'docs/threat-model.md'), 'utf8');

interface Claim {
  claim: string;
  shownBy: string;
}

/** The rows of every table, without those that head it. */
const claimsIn = (text: string): Claim[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, , shownBy = '']) => shownBy !== 'Shown by' && shownBy !== '---')
    .map(([, claim = '', shownBy = '']) => ({ claim, shownBy }));

/** What is wrong with what shows a claim, or null. */
function problemOf({ shownBy }: Claim): string | null {
  if (/^No test: .{20}/.test(shownBy)) return null;
  const [, file, title] = /^`(tests\/[\w/]+\.(?:test|spec)\.ts)` › (.{10,})$/.exec(shownBy) ?? [];
  if (!file || !title) return 'names no test, nor says that there is none and why';
  const source = path.join(root, file);
  if (!existsSync(source)) return `${file} does not exist`;
  const text = readFileSync(source, 'utf8');
  // A title stands in quotes of one kind or another; one that is made for each of a list has a number behind it.
  const found = ["'", '"', '`', ' (%i)', ': %s'].some((end) => text.includes(title + end));
  return found ? null : `${file} has no “${title}”`;
}

test('every claim of the threat model has a test that exists, or says that it has none', () => {
  const claims = claimsIn(model);
  expect(claims.length).toBeGreaterThan(50);
  expect(claims.map((claim) => ({ ...claim, problem: problemOf(claim) })).filter(({ problem }) => problem)).toEqual([]);
});

test('all twenty points of Electron’s check-list are there, in their order', () => {
  const points = claimsIn(model).flatMap(({ claim }) => /^(\d+)\. /.exec(claim)?.[1] ?? []);
  expect(points.map(Number)).toEqual(Array.from({ length: 20 }, (_none, index) => index + 1));
});

test.each([
  '',
  'No test: no.',
  '`tests/unit/none.test.ts` › something that is not there',
  '`tests/unit/threatModel.test.ts` › not ' + 'a title of this',
])('is not blind: a claim shown by %j is found', (shownBy) => {
  expect(problemOf({ claim: 'x', shownBy })).not.toBeNull();
});
