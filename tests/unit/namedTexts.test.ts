import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Text, texts } from '../e2e/support/texts.ts';

const root = path.join(import.meta.dirname, '../..');
const documents = ['README.md', 'docs/install.nl.md', 'docs/manual.nl.md', 'docs/privacy.nl.md'];
const languages = ['nl', 'en'] as const;

const placeholder = /\{\{\w+\}\}/g;
const lettersOf = (text: string): number => text.replaceAll(placeholder, '').replaceAll(/\P{L}/gu, '').length;
const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** The beginnings of everything that can stand on a screen; what is little more than its values would fit anything. */
const patternsOf = (language: 'nl' | 'en'): RegExp[] =>
  texts
    .map((text) => text[language])
    .filter((text) => !text.match(placeholder) || lettersOf(text) >= 4)
    .map((text) => new RegExp(`^${text.split(placeholder).map(escaped).join('.+')}`, 'i'));

const patterns = { nl: patternsOf('nl'), en: patternsOf('en') };
const beginnings = texts.map(({ nl }) => nl.toLowerCase());

const standsWhole = (name: string, language: 'nl' | 'en'): boolean =>
  patterns[language].some((pattern) => pattern.exec(name)?.[0].length === name.length) ||
  texts.some((text) => text[language] === `${name}…`);

/** As it is, or as its beginning: a document says **Wis dit nu** of a button with three dots behind it. */
const stands = (name: string): boolean =>
  standsWhole(name, 'nl') || beginnings.some((text) => text.startsWith(name.toLowerCase()));

/** Between quotation marks, but no button or page: a folder, an example, what somebody says. */
const noNames = [
  'Rugdekking back-ups',
  'Zeg het tegen niemand',
  'Do not tell anyone',
  '2,8 tegen 1,1 ± 0,5',
  'ik heb nu pauze nodig',
  'meteen',
  'at once',
];
const isName = (name: string): boolean => !noNames.includes(name) && !/^\{\{\w+\}\}$/.test(name);

test.each(languages)('what a text calls by its name is there under that name (%s)', (language) => {
  const quoted = texts.flatMap((text: Text) =>
    [...text[language].matchAll(/“([^”]+)”/g)].map(([, name = '']) => ({ key: text.key, name })),
  );
  expect(quoted.length).toBeGreaterThan(20);
  expect(quoted.filter(({ name }) => isName(name) && !standsWhole(name, language))).toEqual([]);
});

const key = /^(?:(?:Ctrl|Alt|Shift)\+)*(?:[A-Z0-9]|F\d+|Enter)$/;
/** **Waren jullie met meer?** and - **Waar**: begin what is said and name nothing. */
const heading = /(?<=^(?:[-\d.]+ |> )?)\*\*[^*]+(?:[.?:]\*\*|\*\*(?=:))/gm;

/** What a document names of the program: in bold or between quotation marks, with the way to it (Privacy > Back-ups). */
function namesIn(document: string): string[] {
  // In the assessment, bold is what the practice fills in.
  const [text = ''] = document.split('\n## DPIA');
  const running = text.replaceAll(heading, '');
  const marked = [...running.matchAll(/\*\*([^*]+)\*\*|"([^"\n]+)"/g)].map(([, bold, quoted]) => bold ?? quoted ?? '');
  return marked.flatMap((name) => name.split(/ [>›] /)).filter((name) => isName(name) && !key.test(name));
}

test.each(documents.filter((file) => file.endsWith('.nl.md')))(
  '%s names what is on the screen as it is there',
  (file) => {
    const names = namesIn(readFileSync(path.join(root, file), 'utf8'));
    expect(names.length).toBeGreaterThan(1);
    expect(names.filter((name) => !stands(name))).toEqual([]);
  },
);

/** As GitHub makes the address of a heading. */
const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

function brokenLinksIn(file: string): string[] {
  const links = [...readFileSync(path.join(root, file), 'utf8').matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to);
  return links.filter((link) => {
    if (/^https?:/.test(link)) return false;
    const [target = '', anchor] = link.split('#');
    const found = target ? path.join(root, path.dirname(file), target) : path.join(root, file);
    if (!existsSync(found)) return true;
    if (anchor === undefined) return false;
    const titles = [...readFileSync(found, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => anchorOf(title));
    return !titles.includes(anchor);
  });
}

test.each(documents)('%s leads to files and headings that are there', (file) => {
  expect(brokenLinksIn(file)).toEqual([]);
});

test('is not blind: a name that no screen has is found', () => {
  expect(namesIn('Kies **Xqzx** bij "Qzxq".').filter((name) => !stands(name))).toEqual(['Xqzx', 'Qzxq']);
});
