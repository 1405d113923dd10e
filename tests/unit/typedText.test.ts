import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { longText } from '../../src/shared/contract/base.ts';
import { contract } from '../../src/shared/contract/index.ts';
import { proceduresOf } from '../support/contractInputs.ts';

const unseen = /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]/u;

describe('words on several lines', () => {
  test('hold their lines and nothing unseen, and are left as they are when sent again', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom('\0', '\x1b[31m', '\x7f', '\x85', '\r\n', '\r', '\u2028', '\u202e', '\u2066', '\ud800', '\t'),
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(pieces, (typed) => {
        const read = longText.parse(typed.join(''));
        expect(read).not.toMatch(unseen);
        expect(longText.parse(read)).toBe(read);
      }),
    );
    expect(longText.parse('Regel één\r\n\tتماس\r\0twee\u202e')).toBe('Regel één\n\tتماس\ntwee');
  });
});

/** What is no words of anybody: passwords, what is looked for, places on a disk, and what a form holds in JSON. */
const notWords =
  /^(session|team|setup|backup|keys|updates|callers\.search|unfinished|window|audit|handOvers\.readTime)\b/;
const dirty = '\0a\x1b[31m\x85\u202ez\u2028';

/** Every place in an input that holds a text, made dirty. */
function withDirt(value: unknown): unknown {
  if (typeof value === 'string') return `a${dirty}`;
  if (Array.isArray(value)) return value.map(withDirt);
  if (!(value instanceof Object)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withDirt(inner)]));
}

/** The same with the dirt in one field at a time, so that a field that refuses it does not hide another. */
function* oneDirty(value: unknown): Generator<unknown> {
  if (typeof value === 'string') yield `a${dirty}`;
  else if (Array.isArray(value)) {
    for (const [index, inner] of value.entries()) for (const other of oneDirty(inner)) yield value.with(index, other);
  } else if (value instanceof Object) {
    for (const [key, inner] of Object.entries(value))
      for (const other of oneDirty(inner)) yield { ...value, [key]: other };
  }
}

test('no procedure takes a text as it comes: what is unseen in it is refused or taken out', () => {
  const kept: string[] = [];
  let looked = 0;
  const walk = (router: unknown, path: string) => {
    if (!(router instanceof Object)) return;
    const schema =
      '~orpc' in router && router['~orpc'] instanceof Object && 'inputSchema' in router['~orpc']
        ? router['~orpc'].inputSchema
        : null;
    if (!('~orpc' in router))
      for (const [name, inner] of Object.entries(router)) walk(inner, path ? `${path}.${name}` : name);
    if (!(schema instanceof z.ZodType) || notWords.test(path)) return;
    const inputs = proceduresOf(contract).find((one) => one.path === path)?.inputs;
    for (const input of inputs ? fc.sample(inputs, { numRuns: 60, seed: 3 }) : []) {
      for (const sent of [withDirt(input), ...oneDirty(input)]) {
        const read = schema.safeParse(sent);
        if (!read.success) continue;
        looked += 1;
        if (
          unseen.test(
            JSON.stringify(read.data).replaceAll(/\\u([0-9a-f]{4})/g, (_all, code) =>
              String.fromCharCode(Number.parseInt(code, 16)),
            ),
          )
        )
          kept.push(path);
      }
    }
  };
  walk(contract, '');
  expect(looked).toBeGreaterThan(200);
  expect([...new Set(kept)]).toEqual([]);
});
