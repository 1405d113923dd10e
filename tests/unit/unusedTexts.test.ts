import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { nl } from '../../src/shared/i18n/nl/index.ts';

const root = path.join(import.meta.dirname, '../..');
const notTexts = /^src\/shared\/i18n\/(nl|en)\//;

const sources = globSync('src/**/*.{ts,tsx}', { cwd: root })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => !notTexts.test(file))
  .map((file) => readFileSync(path.join(root, file), 'utf8'));

/** `common:save` and every other key; a plural is asked for without its ending. */
function keysOf(texts: object, start: string, between: string): string[] {
  return Object.entries(texts).flatMap(([name, value]) => {
    const key = `${start}${between}${name.replace(/_(zero|one|other)$/, '')}`;
    return typeof value === 'string' ? [key] : keysOf(value, key, '.');
  });
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What a source asks for: a key, a key of which a part is a value, or all that is under one. */
function askedIn(source: string): string[] {
  const named = source.matchAll(/(['"`])(\w+:(?:[\w.]|\$\{[^}`]*\})+)\1(,\s*\{\s*returnObjects| as const)?/g);
  return [...named].map(([, , key = '', whole]) => {
    const pattern = key
      .split(/\$\{[^}]*\}/)
      .map(escaped)
      .join('[^.:]+');
    return whole ? `${pattern}(?:\\..*)?` : pattern;
  });
}

test('every text is asked for somewhere', () => {
  const asked = new RegExp(`^(?:${[...new Set(sources.flatMap(askedIn))].join('|')})$`);
  const keys = Object.entries(nl).flatMap(([namespace, texts]) => keysOf(texts, namespace, ':'));
  expect(keys.length).toBeGreaterThan(1000);
  expect(keys.filter((key) => !asked.test(key))).toEqual([]);
});
