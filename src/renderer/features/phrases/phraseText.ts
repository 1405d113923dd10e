import type { Language } from '../../../shared/contract/base.ts';
import type { Phrase } from '../../../shared/contract/phrases.ts';

/** A sentence as it is read aloud: in the worker's language, or in the other when it was made in that one only. */
export function phraseText(phrase: Phrase, language: Language): { text: string; language: Language } {
  if (phrase[language] !== '') return { text: phrase[language], language };
  const other = language === 'nl' ? 'en' : 'nl';
  return { text: phrase[other], language: other };
}

/** The kinds that end or refuse something: what stays open in an emergency is said with them, whatever their words. */
export const closesContact = ({ kind }: Pick<Phrase, 'kind'>): boolean => kind === 'ending' || kind === 'explainingBan';
