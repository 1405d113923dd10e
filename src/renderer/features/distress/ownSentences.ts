import { useQuery } from '@tanstack/react-query';
import type { Language } from '../../../shared/contract/base.ts';
import {
  lonelyPlace,
  type OwnSentence,
  ownNumbersOf,
  type SentencePart,
  sentenceKey,
} from '../../../shared/contract/scriptSentences.ts';
import { useApi } from '../../app/api.ts';
import { useLanguage } from '../../app/texts.ts';
import { type Advice, lonelyGuides, type Script, scripts } from './texts.ts';

type Guide = (typeof lonelyGuides)['nl'];

/** The sentences of a part with the practice's words in place of those it came with, and its own after them. */
function worded(place: string, part: SentencePart, starting: readonly string[], own: Words): string[] {
  const added = ownNumbersOf(place, part).flatMap((number) => own.added(sentenceKey(place, part, number)) ?? []);
  return [...starting.map((text, index) => own.instead(sentenceKey(place, part, index + 1)) ?? text), ...added];
}

/** What the practice says in place of a sentence, and what it says beside it in whatever language it wrote that. */
interface Words {
  instead: (sentence: string) => string | undefined;
  added: (sentence: string) => string | undefined;
}

function wordsOf(own: readonly OwnSentence[], language: Language): Words {
  const bySentence = new Map(own.map((words) => [words.sentence, words]));
  return {
    instead: (sentence) => bySentence.get(sentence)?.[language] || undefined,
    added(sentence) {
      const words = bySentence.get(sentence);
      return words && (words[language] || words.nl || words.en);
    },
  };
}

/** The script in the practice's words; its steps, choices and branches stay as they are. */
export function scriptWith(script: Script, own: readonly OwnSentence[], language: Language): Script {
  const words = wordsOf(own, language);
  const adviceWith = <Given extends Advice>(advice: Given): Given => ({
    ...advice,
    say: advice.say && worded(advice.id, 'say', [advice.say], words)[0],
    hint: worded(advice.id, 'hint', advice.hint, words),
  });
  return { ...script, steps: script.steps.map(adviceWith), always: script.always.map(adviceWith) };
}

export function guideWith(guide: Guide, own: readonly OwnSentence[], language: Language): Guide {
  const words = wordsOf(own, language);
  const part = (name: SentencePart, starting: readonly string[]) => worded(lonelyPlace, name, starting, words);
  const pointTo = part(
    'pointTo',
    guide.pointTo.map(({ text }) => text),
  );
  return {
    say: part('say', guide.say),
    signs: part('signs', guide.signs),
    worryMore: part('worryMore', guide.worryMore),
    pointTo: pointTo.map((text, index) => ({ text, directory: guide.pointTo[index]?.directory ?? null })),
    whenInDoubt: part('whenInDoubt', [guide.whenInDoubt])[0] ?? guide.whenInDoubt,
  };
}

const none: OwnSentence[] = [];

/** The practice's own words; while the app is locked they cannot be read, and the starting ones are said. */
export function useOwnSentences(locked: boolean): OwnSentence[] {
  const { queries } = useApi();
  const { data } = useQuery(queries.distress.ownSentences.queryOptions({ enabled: !locked }));
  return (locked ? undefined : data) ?? none;
}

export function useScript(locked: boolean): Script {
  const language = useLanguage();
  return scriptWith(scripts[language], useOwnSentences(locked), language);
}

export function useLonelyGuide(locked: boolean): Guide {
  const language = useLanguage();
  return guideWith(lonelyGuides[language], useOwnSentences(locked), language);
}
