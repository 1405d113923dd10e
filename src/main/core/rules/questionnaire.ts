import type { Answers, Counts, Question, QuestionnaireResult } from '../../../shared/contract/questionnaires.ts';

/** Of fewer than so many answers nothing is told: the rule the practice was promised (issue of the team page). */
export const smallestGroup = 5;
/** How long a questionnaire stays open at most; a house figure. */
export const longestOpenDays = 60;

/** One worker's answers, with the function they had when the questionnaire was opened. */
export interface Answered {
  function: string;
  answers: Answers;
}

/** The answers of each question in the order in which they are counted. */
export type Scale = Readonly<Record<Question, readonly string[]>>;

function countsOf(all: readonly Answered[], scale: Scale): Counts {
  const count = (question: Question) =>
    scale[question].map((choice) => all.filter(({ answers }) => answers[question] === choice).length);
  return {
    abuse: count('abuse'),
    threat: count('threat'),
    sexual: count('sexual'),
    colleagues: count('colleagues'),
    reported: count('reported'),
    supported: count('supported'),
  };
}

/**
 * Which functions may be told of, so that what is left over when they are subtracted from everybody is nobody at all,
 * or again enough people together. When too few would be left over, the smallest function is kept back with them.
 */
export function groupsToTell(sizes: ReadonlyMap<string, number>): string[] {
  const largeEnough = [...sizes]
    .filter(([, size]) => size >= smallestGroup)
    .sort(([nameA, a], [nameB, b]) => b - a || (nameA < nameB ? -1 : 1));
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const leftOver = total - largeEnough.reduce((sum, [, size]) => sum + size, 0);
  const told = leftOver > 0 && leftOver < smallestGroup ? largeEnough.slice(0, -1) : largeEnough;
  return told.map(([name]) => name).sort();
}

/** What may be told of a questionnaire that is closed. The order of the answers makes no difference. */
export function resultOf(all: readonly Answered[], asked: number, scale: Scale): QuestionnaireResult {
  const sizes = new Map<string, number>();
  for (const one of all) sizes.set(one.function, (sizes.get(one.function) ?? 0) + 1);
  return {
    asked,
    answered: all.length,
    everybody: all.length >= smallestGroup ? countsOf(all, scale) : null,
    groups: groupsToTell(sizes).map((name) => {
      const group = all.filter((one) => one.function === name);
      return { name, size: group.length, counts: countsOf(group, scale) };
    }),
  };
}
