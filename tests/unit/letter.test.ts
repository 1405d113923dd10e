import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldWords, startingLetters } from '../../src/main/core/features/letters/templates.ts';
import {
  fieldsIn,
  fillIn,
  keptUntil,
  letterBlocks,
  unfilledField,
  unknownField,
  withEmergencies,
} from '../../src/main/core/rules/letter.ts';
import { withoutNames } from '../../src/main/core/rules/withoutNames.ts';
import type { LetterField } from '../../src/shared/contract/letterTexts.ts';

const languages = ['nl', 'en'] as const;
const anyText = fc.string({ unit: 'grapheme', maxLength: 200 });
const language = fc.constantFrom(...languages);

/** A text with fields of a language between other words. */
const template = language.chain((spoken) =>
  fc.record({
    spoken: fc.constant(spoken),
    parts: fc.array(
      fc.tuple(
        anyText.map((text) => text.replaceAll(/[{}]/g, '')),
        fc.constantFrom(...fieldWords[spoken].keys()),
      ),
      { maxLength: 6 },
    ),
  }),
);
const textOf = (parts: [string, string][]) => parts.map(([before, word]) => `${before}{${word}}`).join('');

describe('the sentence about emergencies', () => {
  test('stands in every letter, once, whatever was typed', () => {
    fc.assert(
      fc.property(anyText, anyText, language, fc.integer({ min: 0, max: 2 }), (before, after, spoken, times) => {
        const { emergencies } = startingLetters[spoken];
        const typed = `${before}\n${Array(times).fill(emergencies).join('\n')}\n${after}`;
        const said = letterBlocks(withEmergencies(typed, emergencies))
          .map(({ text }) => text)
          .join(' ');
        expect(said.replaceAll(/\s+/g, ' ')).toContain(emergencies);
        expect(withEmergencies(withEmergencies(typed, emergencies), emergencies)).toBe(
          withEmergencies(typed, emergencies),
        );
        if (times === 0) expect(withEmergencies(typed, emergencies).split(emergencies)).toHaveLength(2);
      }),
    );
  });

  test('comes back when any of its words is taken away', () => {
    for (const spoken of languages) {
      const { emergencies, templates } = startingLetters[spoken];
      for (const { text } of Object.values(templates)) {
        const full = fillIn(text, { emergencies }, fieldWords[spoken]);
        expect(withEmergencies(full, emergencies)).toBe(full);
        for (const word of emergencies.split(' ')) {
          const cut = full.replace(emergencies, emergencies.replace(word, ''));
          expect(withEmergencies(cut, emergencies)).toContain(emergencies);
        }
      }
    }
  });
});

describe('a template', () => {
  test('is filled in by its fields and by nothing that a value says', () => {
    fc.assert(
      fc.property(template, anyText, ({ spoken, parts }, value) => {
        const words = fieldWords[spoken];
        const values: Partial<Record<LetterField, string>> = Object.fromEntries(
          [...words.values()].map((field) => [field, value]),
        );
        const filled = fillIn(textOf(parts), values, words);
        expect(unfilledField(filled)).toBeNull();
        expect(unknownField(textOf(parts), words)).toBeNull();
      }),
    );
  });

  test('keeps a field that nothing is known of, to be filled in by hand', () => {
    fc.assert(
      fc.property(template, ({ spoken, parts }) => {
        const filled = fillIn(textOf(parts), {}, fieldWords[spoken]);
        expect(fieldsIn(filled)).toEqual([...new Set(parts.map(([, word]) => word))]);
      }),
    );
  });

  test('with an unknown field is told by its name', () => {
    const words = fieldWords.nl;
    fc.assert(
      fc.property(
        anyText.map((text) => text.replaceAll(/[{}\n]/g, '')),
        (word) => {
          fc.pre(!words.has(word.trim().toLowerCase().replaceAll(/\s+/g, ' ')));
          expect(unknownField(`Beste {naam}, {${word}}`, words)).toBe(word);
        },
      ),
    );
    expect(unknownField('{ Naam } {bewaren  tot}', words)).toBeNull();
  });
});

describe.each(languages)('the letters a practice starts with in %s', (spoken) => {
  const { templates } = startingLetters[spoken];
  const words = fieldWords[spoken];
  const fieldsOf = (text: string) => fieldsIn(text).map((word) => words.get(word));

  test.each(Object.entries(templates))('%s knows all its fields and says what it must', (kind, { subject, text }) => {
    expect(unknownField(`${subject} ${text}`, words)).toBeNull();
    const needed: LetterField[] = [
      'name',
      'practice',
      'emergencies',
      'keptUntil',
      'objectionsTo',
      'objectionTerm',
      'period',
    ];
    if (kind !== 'agreement') needed.push('incidents');
    if (kind === 'contactBan' || kind === 'extension') needed.push('closed', 'open', 'reviewDate', 'reason');
    expect(needed.filter((field) => !fieldsOf(text).includes(field))).toEqual([]);
  });

  test('are short enough to read: no sentence over twenty words', () => {
    const sentences = Object.values(templates).flatMap(({ text }) => text.split(/[.?!\n]/));
    expect(sentences.filter((sentence) => sentence.trim().split(/\s+/).length > 20)).toEqual([]);
  });
});

test('a letter is kept for 24 months after the end', () => {
  expect(keptUntil('2026-12-20')).toBe('2028-12-20');
  expect(keptUntil('2028-02-29')).toBe('2030-02-28');
});

describe('a text without the names of workers', () => {
  const workers = [
    { name: 'Anna de Vries', label: 'medewerker 1' },
    { name: 'Ümit van den Berg', label: 'medewerker 2' },
    { name: 'Anna Bos', label: 'medewerker 3' },
  ];
  const without = (text: string) => withoutNames(text, workers, 'een medewerker');

  test('names nobody, however the name is written', () => {
    expect(without('ik weet waar Umit VAN DEN BERG woont')).toBe('ik weet waar medewerker 2 woont');
    expect(without('zeg dat tegen vries')).toBe('zeg dat tegen medewerker 1');
    expect(without('anna!')).toBe('een medewerker!');
    expect(without('Bosch belde, van de week.')).toBe('Bosch belde, van de week.');
  });

  test('is left as it is where there is no name', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'xyz ,.!\n'), maxLength: 60 }), (text) => {
        expect(without(text)).toBe(text);
      }),
    );
  });

  test('never holds a part of a name, in any mix of words', () => {
    const names = ['Anna', 'ANNA', 'ánna', 'Vries', 'Ümit', 'umit', 'Berg', 'bos'];
    const word = fc.constantFrom(...names, 'van', 'de', 'den', 'boos', 'riep', ',', "'s");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const bare = without(words.join(' ')).normalize('NFD').replaceAll(/\p{M}/gu, '');
        expect(bare).not.toMatch(/\b(anna|vries|umit|berg|bos)\b/i);
        expect(bare.includes('boos')).toBe(words.includes('boos'));
      }),
    );
  });
});
