import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const sources = globSync('src/**/*.{ts,tsx}', { cwd: root }).map((file) => ({
  file: file.replaceAll(path.sep, '/'),
  source: readFileSync(path.join(root, file), 'utf8'),
}));
const filesWith = (pattern: RegExp) => sources.filter(({ source }) => pattern.test(source)).map(({ file }) => file);

test('every file for a spreadsheet is written by one function', () => {
  expect(filesWith(/from 'csv-stringify/)).toEqual(['src/main/core/features/exports/csv.ts']);
  const makers = filesWith(/text\/csv/).filter(
    (file) => !/asCsv|makeExport|tallyRows/.test(sources.find((one) => one.file === file)?.source ?? ''),
  );
  expect(makers).toEqual([]);
});

/** A name that is made of a text of the program and a number. */
const numbered = /const name = createI18n\(user\.language\)\.t\('[\w:.]+[.:]fileName', \{ number: input\.\w+Id \}\)/;

test('every proposed file name is a plain one', () => {
  const names = sources.flatMap(({ file, source }) =>
    file.startsWith('src/main/core/features/')
      ? [...source.matchAll(/(?:\bname|fileName)(?::| =) (`[^`]+\.(?:\$\{[^}]+\}|\w+)`|'[^']+\.\w{3,4}')/g)].map(
          ([, name = '']) => (numbered.test(source) ? name.replace('{name}', '{input.id}') : name),
        )
      : [],
  );
  expect(names.length).toBeGreaterThan(6);
  // Numbers, days, closed lists of words and what the contract holds to letters, digits and hyphens.
  const plain =
    /(?:(?:input\.)?\w*[iI]d|\w+\.id|date|from|lastDay|(?:input\.)?format|document|request\.what|fileNames\[[\w.]+\]|extensionOf\(found\.type\))/;
  const typed = names.filter((name) => !new RegExp(`^[\`'](?:[a-z0-9.-]|\\$\\{${plain.source}\\})+[\`']$`).test(name));
  expect(typed).toEqual([]);
});

test('nothing is handed to another program but a checked installer', () => {
  expect(filesWith(/openExternal/)).toEqual([]);
  expect(filesWith(/\bopenPath\b|showItemInFolder/)).toEqual(['src/main/shell/updateHost.ts']);
});
