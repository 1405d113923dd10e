import type { Phrase, PhraseKind } from '../../../shared/contract/phrases.ts';

/** What the form for a sentence is about: a new one, one that is changed, or a worker's own version of one. */
export type EditedPhrase =
  | { as: 'new'; kind: PhraseKind }
  | { as: 'change'; phrase: Phrase }
  | { as: 'ownVersion'; phrase: Phrase };

/** A worker changes their own sentences, a manager the practice's too; whoever may not makes a version of their own. */
export const editing = (phrase: Phrase, isManager: boolean): EditedPhrase => ({
  as: phrase.origin === 'own' || isManager ? 'change' : 'ownVersion',
  phrase,
});
