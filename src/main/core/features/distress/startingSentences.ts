import crisisEn from '../../../../../resources/texts/en/crisis.json' with { type: 'json' };
import lonelyEn from '../../../../../resources/texts/en/lonely.json' with { type: 'json' };
import crisisNl from '../../../../../resources/texts/nl/crisis.json' with { type: 'json' };
import lonelyNl from '../../../../../resources/texts/nl/lonely.json' with { type: 'json' };
import {
  lonelyPlace,
  ownNumbersOf,
  type SentencePart,
  sentenceKey,
} from '../../../../shared/contract/scriptSentences.ts';
import { crisisScript, lonelyGuide } from '../../../../shared/contract/scripts.ts';

export interface PlacedSentence {
  sentence: string;
  place: string;
  part: SentencePart;
  /** Null where the practice can add a sentence. */
  starting: { nl: string; en: string } | null;
}

/** A part of a step with its sentences, then room for the practice's own. */
function placed(place: string, part: SentencePart, nl: readonly string[], en: readonly string[]): PlacedSentence[] {
  return [
    ...nl.map((words, index) => ({
      ...{ sentence: sentenceKey(place, part, index + 1), place, part },
      starting: { nl: words, en: en[index] ?? '' },
    })),
    ...ownNumbersOf(place, part).map((number) => ({
      sentence: sentenceKey(place, part, number),
      place,
      part,
      starting: null,
    })),
  ];
}

const advices = (texts: unknown) => {
  const { steps, always } = crisisScript.parse(texts);
  return [...steps, ...always];
};
const english = new Map(advices(crisisEn).map((advice) => [advice.id, advice]));
const guide = { nl: lonelyGuide.parse(lonelyNl), en: lonelyGuide.parse(lonelyEn) };
const pointTo = (of: typeof guide.nl) => of.pointTo.map(({ text }) => text);
const spoken = (say: string | undefined) => (say === undefined ? [] : [say]);

/** Every sentence whose words a practice can choose, in the order of the script; titles, choices and branches stay. */
export const startingSentences: readonly PlacedSentence[] = [
  ...advices(crisisNl).flatMap(({ id, say, hint }) => [
    ...placed(id, 'say', spoken(say), spoken(english.get(id)?.say)),
    ...placed(id, 'hint', hint, english.get(id)?.hint ?? []),
  ]),
  ...placed(lonelyPlace, 'say', guide.nl.say, guide.en.say),
  ...placed(lonelyPlace, 'pointTo', pointTo(guide.nl), pointTo(guide.en)),
  ...placed(lonelyPlace, 'worryMore', guide.nl.worryMore, guide.en.worryMore),
  ...placed(lonelyPlace, 'whenInDoubt', [guide.nl.whenInDoubt], [guide.en.whenInDoubt]),
  ...placed(lonelyPlace, 'signs', guide.nl.signs, guide.en.signs),
];
