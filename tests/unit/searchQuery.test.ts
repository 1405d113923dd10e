import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import names from '../../resources/texts/demoNames.json' with { type: 'json' };
import { nationalDigits, parseBirthDate, readSearchQuery } from '../../src/main/core/rules/searchQuery.ts';
import { fold } from '../../src/main/core/rules/searchText.ts';

const now = Date.parse('2026-11-21T09:00:00Z');

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'0123456789+ -()./') }),
  fc.string({ unit: fc.constantFrom(...'aéİıŁßœ\'’- %_"*\\;') }),
);

describe('a folded name', () => {
  test.each([
    ['Ümit Yağmurdere', 'umit yagmurdere'],
    ['Işıl İnce', 'isil ince'],
    ['Łucja Świętosława', 'lucja swietoslawa'],
    ['Søren Strauß', 'soren strauss'],
    ['Đorđe Œuvre', 'dorde oeuvre'],
    ['Sinnestra-Hôf', 'sinnestra hof'],
    ["van 't Distelduin", 'van t distelduin'],
    ['Friso ’t Pimpelveld', 'friso t pimpelveld'],
    ['  J.  de   Linde ', 'j de linde'],
    ['%_"*\\', ''],
  ])('%s is %s', (name, folded) => expect(fold(name)).toBe(folded));

  test('holds nothing but words of letters and digits, and stays the same when it is folded again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = fold(text);
        expect(folded).toMatch(/^([\p{L}\p{N}]+( [\p{L}\p{N}]+)*)?$/u);
        expect(fold(folded)).toBe(folded);
      }),
    );
  });

  test('is the same in capitals and without its accents', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names.firstNames, ...names.surnames), (name) => {
        expect(fold(name.toUpperCase())).toBe(fold(name));
        expect(fold(name.normalize('NFD').replace(/\p{M}/gu, ''))).toBe(fold(name));
      }),
    );
  });
});

describe('a number', () => {
  const separator = fc.constantFrom('', ' ', '-', '.', ' - ', '/');
  const national = fc.integer({ min: 100_000_000, max: 999_999_999 }).map(String);

  function separated(digits: string, separators: readonly string[]): string {
    return [...digits].map((digit, index) => `${digit}${separators[index] ?? ''}`).join('');
  }

  test('gives the same digits in every notation', () => {
    fc.assert(
      fc.property(national, fc.array(separator, { maxLength: 8 }), (digits, separators) => {
        const typed = separated(digits, separators);
        const notations = [`0${typed}`, `+31${typed}`, `+31 ${typed}`, `0031${typed}`, `00 31 ${typed}`];
        for (const notation of [...notations, `+31 (0)${typed}`, ` (0)${typed}`, `+310${typed}`]) {
          expect([notation, nationalDigits(notation)]).toEqual([notation, digits]);
        }
      }),
    );
  });

  test('of another country keeps its code', () => {
    expect(nationalDigits('+32 470 00 00 11')).toBe('0032470000011');
    expect(nationalDigits('0032470000011')).toBe('0032470000011');
  });

  test('is recognised from three digits on, and its last digits from four on, with their zeros', () => {
    expect(readSearchQuery('06', now)).toMatchObject({ digits: null, lastDigits: null });
    expect(readSearchQuery('024', now)).toMatchObject({ digits: '24', lastDigits: null });
    expect(readSearchQuery('+31', now)).toMatchObject({ digits: null, lastDigits: null });
    expect(readSearchQuery('0031', now)).toMatchObject({ digits: null, lastDigits: '0031' });
    expect(readSearchQuery('0612', now)).toMatchObject({ digits: '612', lastDigits: '0612' });
    expect(readSearchQuery('0199', now)).toMatchObject({ digits: '199', lastDigits: '0199' });
    expect(readSearchQuery('00 99', now)).toMatchObject({ digits: '0099', lastDigits: '0099' });
    expect(readSearchQuery('112', now)).toMatchObject({ digits: '112', lastDigits: null });
  });

  test('means the whole number while it is typed: each digit more begins with the digits before', () => {
    fc.assert(
      fc.property(national, fc.constantFrom('0', '+31', '0031'), (digits, prefix) => {
        for (let length = 3; length <= digits.length; length += 1) {
          expect(readSearchQuery(`${prefix}${digits.slice(0, length)}`, now).digits).toBe(digits.slice(0, length));
        }
      }),
    );
  });
});

describe('a date of birth', () => {
  const born = fc
    .date({ min: new Date('1890-01-01T00:00:00Z'), max: new Date('2026-11-20T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  test('is read in every notation', () => {
    fc.assert(
      fc.property(born, (day) => {
        const [year = '', month = '', date = ''] = day.split('-');
        const short = `${Number(date)}-${Number(month)}-${year}`;
        const notations = [`${date}-${month}-${year}`, short, short.replaceAll('-', '/'), short.replaceAll('-', ' ')];
        for (const typed of [...notations, short.replaceAll('-', '.'), `${date}${month}${year}`, day, ` ${day} `]) {
          expect([typed, parseBirthDate(typed, now)]).toEqual([typed, day]);
        }
      }),
    );
  });

  test('with a year of two digits lies in the past hundred years', () => {
    fc.assert(
      fc.property(
        born.filter((day) => day > '1926-11-21'),
        (day) => {
          const [year = '', month = '', date = ''] = day.split('-');
          const short = `${Number(date)}-${Number(month)}-${year.slice(2)}`;
          for (const typed of [short, short.replaceAll('-', '/'), short.replaceAll('-', ' ')]) {
            expect([typed, parseBirthDate(typed, now)]).toEqual([typed, day]);
          }
        },
      ),
    );
  });

  test.each(['', '31-02-1960', '12-13-1960', '12-04', '1960', '22-11-2026', '12-04-1850', 'Jansen', '12 april'])(
    '%j is none',
    (typed) => expect(parseBirthDate(typed, now)).toBeNull(),
  );
});

describe('a query', () => {
  test('is either words or digits, and never more than was typed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { words, digits, lastDigits, birthDate } = readSearchQuery(text, now);
        for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
        for (const number of [digits, lastDigits]) if (number !== null) expect(number).toMatch(/^\d+$/);
        if (digits !== null || lastDigits !== null) expect(words).toEqual([]);
        if (birthDate !== null) expect(birthDate).toMatch(/^(18|19|20)\d\d-\d\d-\d\d$/);
      }),
    );
  });

  test('of a name has its words, whatever stands between them', () => {
    expect(readSearchQuery("Jansen, van 't ", now)).toEqual({
      words: ['jansen', 'van', 't'],
      digits: null,
      lastDigits: null,
      birthDate: null,
    });
  });

  test('may be a number and a date at once', () => {
    expect(readSearchQuery('12-04-1961', now)).toMatchObject({
      words: [],
      digits: '12041961',
      birthDate: '1961-04-12',
    });
  });
});
