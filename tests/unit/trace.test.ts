import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorCode, isOfDisk, problemOf, StoreProblem } from '../../src/main/core/store/problem.ts';
import { traceOf } from '../../src/main/core/store/trace.ts';

/** Kind, code and place: there is no room in it for anything else. */
const shape = /^(\w*Error)( (?:SQLITE|ERR)_[A-Z0-9_]+| E[A-Z0-9]+)?( elsewhere| (?:main|preview)\/[\w./-]+:\d+:\d+)$/;

const ownFile = path.resolve('src/main/core/store/trace.ts');
const personal = fc.constantFrom('Zwaantje van Regenkamp', '06-12345678', 'select * from caller', 'uitslag', 'Anna');
/** What a message may hold, with lines in it that look like those of a stack. */
const messages = fc
  .array(
    fc.oneof(
      personal,
      fc.string(),
      fc.constant('\n'),
      personal.map((name) => `\n    at ${name} (${ownFile}:1:1)`),
      personal.map((name) => `\n    at ${pathToFileURL(path.resolve('src/main/core', `${name}.ts`))}:12:3`),
      personal.map((name) => `\n    at /src/main/${name}/index.js:12:3)`),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const errors = fc
  .record({
    message: messages,
    kind: fc.constantFrom(Error, TypeError, RangeError),
    name: fc.option(personal),
    code: fc.option(fc.oneof(personal, fc.constantFrom('SQLITE_ERROR', 'ENOENT', 'ERR_OUT_OF_RANGE'))),
    changed: fc.option(messages),
  })
  .map(({ message, kind, name, code, changed }) => {
    const error = new kind(message);
    if (name !== null) error.name = name;
    if (code !== null) Object.assign(error, { code });
    if (changed !== null) error.message = changed;
    return error;
  });

describe('what is told of an error that nobody expected', () => {
  test('is its kind, its code and a place in this program, whatever its message, name and code hold', () => {
    fc.assert(
      fc.property(errors, (error) => {
        const trace = traceOf(error);
        expect(trace).toMatch(shape);
        expect(trace).not.toMatch(/zwaantje|12345678|select|uitslag|anna/i);
        // This spec is no part of the program, and a message names no place in it.
        expect(trace.endsWith(' elsewhere')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('names the innermost place in this program', () => {
    const failing = () => {
      // The store knows no such code.
      return errorCode(
        new Proxy(new Error('Zwaantje'), {
          has: () => {
            throw new TypeError('Zwaantje');
          },
        }),
      );
    };
    expect(traceOf(caught(failing))).toMatch(/^TypeError main\/core\/store\/problem\.ts:\d+:\d+$/);
  });

  test('of something thrown that is no error is nothing', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.object()), (thrown) => traceOf(thrown) === 'no error'));
  });
});

function caught(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

const withCode = (code: string) => Object.assign(new Error('Zwaantje van Regenkamp'), { code });

describe('what an error means for the store', () => {
  test.each(['SQLITE_CORRUPT', 'SQLITE_CORRUPT_INDEX', 'SQLITE_NOTADB', 'SQLITE_IOERR_READ', 'EIO', 'STORE_INTEGRITY'])(
    '%s is damage',
    (code) => {
      expect(problemOf(withCode(code))).toMatchObject({ problem: 'damagedStore', code });
    },
  );

  test.each([
    ...[['EIO', true] as const, ['ENOSPC', true] as const, ['EROFS', true] as const, ['SQLITE_FULL', true] as const],
    ...[['SQLITE_IOERR_WRITE', true] as const, ['SQLITE_IOERR_READ', false] as const],
    ...[['BACKUP_INTEGRITY', false] as const, ['ENOENT', false] as const],
  ])('%s is of the disk: %s', (code, isDisk) => {
    expect(isOfDisk(withCode(code))).toBe(isDisk);
  });

  test.each(['SQLITE_ERROR', 'SQLITE_CONSTRAINT_TRIGGER', 'SQLITE_MISUSE', 'ERR_OUT_OF_RANGE'])(
    '%s is a defect of the program',
    (code) => {
      expect(problemOf(withCode(code))).toMatchObject({ problem: 'unexpected', code: `Error ${code} elsewhere` });
    },
  );

  test('so is an error without a code, and what was known of one stays', () => {
    expect(problemOf(new TypeError('Zwaantje'))).toMatchObject({ problem: 'unexpected', code: 'TypeError elsewhere' });
    const known = new StoreProblem('newerStore', 'SCHEMA');
    expect(problemOf(known)).toBe(known);
  });
});
