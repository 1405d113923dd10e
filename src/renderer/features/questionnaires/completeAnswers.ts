import { type Answers, answers, questionNames } from '../../../shared/contract/questionnaires.ts';

/** All six, or how many are missing. */
export function completeAnswers(chosen: Partial<Answers>): { complete: Answers } | { missing: number } {
  const checked = answers.safeParse(chosen);
  if (checked.success) return { complete: checked.data };
  return { missing: questionNames.filter((question) => chosen[question] === undefined).length };
}
