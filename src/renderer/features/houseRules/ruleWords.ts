import type { Language } from '../../../shared/contract/base.ts';
import type { HouseRule } from '../../../shared/contract/houseRules.ts';

/** A text in the worker's language, or in the other when it was written in that one only. */
export function ruleWords({ words }: HouseRule, language: Language): HouseRule['words']['nl'] & { language: Language } {
  const other = language === 'nl' ? 'en' : 'nl';
  const spoken = words[language].title === '' || words[language].text === '' ? other : language;
  return { ...words[spoken], language: spoken };
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase();

/** Those in which every typed word begins a word, of the title or the text, in either language. */
export function matchingRules<Rule extends HouseRule>(rules: readonly Rule[], typed: string): Rule[] {
  const asked = plain(typed).split(/\s+/).filter(Boolean);
  return rules.filter(({ words: { nl, en } }) => {
    const said = plain([nl.title, nl.text, en.title, en.text].join(' ')).split(/[^\p{L}\p{N}]+/u);
    return asked.every((word) => said.some((one) => one.startsWith(word)));
  });
}
