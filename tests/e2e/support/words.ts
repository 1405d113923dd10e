import { test } from '@playwright/test';
import { projectOf } from './project.ts';
import { inEnglish } from './translate.ts';

/**
 * Specs name what stands on the screen in Dutch, and `say` gives the same in the language under test:
 *
 *     desk.getByRole('button', { name: say('Leg vast') })            // “Record” in English
 *     desk.getByLabel(say('Wachtwoord van Anna'))                    // texts with values in them too
 *     desk.getByRole('option', { name: say(/Nazorg: .*$/) })         // and patterns, where `.*` stands for a value
 *     desk.getByText(say('Verwijder', 'Remove'))                     // one of two translations, or a part of a text
 *
 * Words that the app does not have are a mistake in the spec, and fail at once in either language.
 */
export function say(dutch: string, english?: string): string;
export function say(dutch: RegExp, english?: RegExp): RegExp;
export function say(dutch: string | RegExp, english?: string | RegExp): string | RegExp {
  const translated = inEnglish(dutch, english);
  return languageUnderTest() === 'nl' ? dutch : translated;
}

export const languageUnderTest = () => projectOf(test.info()).language;

/** What is different in each language without being a text, such as a date that the app reads back. */
export const inLanguage = <Value>(values: { nl: Value; en: Value }): Value => values[languageUnderTest()];
