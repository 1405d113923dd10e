import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'vite';
import { expect, test } from 'vitest';
import { inEnglish } from '../e2e/support/translate.ts';

const specs = path.join(import.meta.dirname, '../e2e');
const files = globSync('**/*.ts', { cwd: specs });

interface Said {
  at: string;
  words: (string | RegExp)[];
}

/** What every `say(…)` of a source is given, where it is written out; a value in a text stands as a name that no text has. */
function saidIn(file: string): Said[] {
  const source = readFileSync(path.join(specs, file), 'utf8');
  const found: Said[] = [];
  const visitor = new Visitor({
    CallExpression({ callee, arguments: given, start }) {
      if (callee.type !== 'Identifier' || callee.name !== 'say') return;
      const words = given.flatMap<string | RegExp>((argument) => {
        if (argument.type === 'Literal' && typeof argument.value === 'string') return [argument.value];
        if (argument.type === 'Literal' && argument.value instanceof RegExp) return [argument.value];
        if (argument.type === 'TemplateLiteral') return [argument.quasis.map(({ value }) => value.cooked).join('Xqzx')];
        return [];
      });
      if (words.length === given.length)
        found.push({ at: `${file}:${source.slice(0, start).split('\n').length}`, words });
    },
  });
  visitor.visit(parseSync(file, source, { lang: 'ts' }).program);
  return found;
}

function problemOf({ at, words: [dutch = '', english] }: Said): string[] {
  try {
    inEnglish(dutch, english);
    return [];
  } catch (error) {
    return [`${at}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

test('whatever a spec names with say() is one text of the app, in both languages', () => {
  const said = files.flatMap(saidIn);
  expect(said.length).toBeGreaterThan(500);
  expect(said.flatMap(problemOf)).toEqual([]);
});

test('words that no text has, or that two texts translate differently, are refused', () => {
  expect(() => inEnglish('Xqzx')).toThrow('the app has no text “Xqzx”');
  expect(() => inEnglish('Naam', 'Xqzx')).toThrow('no text has “Naam” in Dutch and “Xqzx” in English');
  expect(() => inEnglish('Sluit af')).toThrow(/“Sluit af” can be “(Quit|Close)”/);
});
