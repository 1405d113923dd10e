import { z } from 'zod';
import { day, id, nothing, procedure } from './base.ts';

/** How often something happened in the three months before. */
const howOften = ['never', 'onceOrTwice', 'monthly', 'weekly', 'daily', 'noAnswer'] as const;
/** How it mostly went. */
const howItWent = ['always', 'mostly', 'sometimes', 'never', 'notApplicable', 'noAnswer'] as const;

/**
 * The questions, each with its fixed answers. There is no room for free words: how somebody writes, or what only one
 * of the team can have met, says who it was.
 */
export const questions = {
  abuse: howOften,
  threat: howOften,
  sexual: howOften,
  colleagues: howOften,
  reported: howItWent,
  supported: howItWent,
} as const;
export type Question = keyof typeof questions;

export const questionNames = ['abuse', 'threat', 'sexual', 'colleagues', 'reported', 'supported'] as const;

export const answers = z.object({
  abuse: z.enum(questions.abuse),
  threat: z.enum(questions.threat),
  sexual: z.enum(questions.sexual),
  colleagues: z.enum(questions.colleagues),
  reported: z.enum(questions.reported),
  supported: z.enum(questions.supported),
});
export type Answers = z.infer<typeof answers>;
export type Choice = Answers[Question];

/** How many gave each answer to a question, in the order of its answers. */
export const counts = z.object({
  abuse: z.array(z.number().int()),
  threat: z.array(z.number().int()),
  sexual: z.array(z.number().int()),
  colleagues: z.array(z.number().int()),
  reported: z.array(z.number().int()),
  supported: z.array(z.number().int()),
});
export type Counts = z.infer<typeof counts>;

/** What a closed questionnaire says; made once, after which the single answers are gone. */
export const questionnaireResult = z.object({
  asked: z.number().int(),
  answered: z.number().int(),
  /** Null when too few answered. */
  everybody: counts.nullable(),
  /** The functions of which enough answered; the name is empty for workers without a function. */
  groups: z.array(z.object({ name: z.string(), size: z.number().int(), counts })),
});
export type QuestionnaireResult = z.infer<typeof questionnaireResult>;

export const openQuestionnaire = z.object({
  id,
  openedOn: day,
  lastDay: day,
  asked: z.number().int(),
  answered: z.number().int(),
});
export type OpenQuestionnaire = z.infer<typeof openQuestionnaire>;

export const closedQuestionnaire = z.object({ id, openedOn: day, lastDay: day, result: questionnaireResult });
export type ClosedQuestionnaire = z.infer<typeof closedQuestionnaire>;

/** Open until the end of its last day. Nobody can close it sooner: that would show who answered in between. */
export const questionnaires = {
  list: procedure('manager').output(
    z.object({ open: openQuestionnaire.nullable(), closed: z.array(closedQuestionnaire) }),
  ),
  /** Asks everybody who can unlock the app now. */
  open: procedure('manager')
    .input(z.object({ lastDay: day }))
    .errors({
      ALREADY_OPEN: { message: 'There is one open already.' },
      TOO_FEW: { message: 'With fewer than five people there would never be a result.' },
    })
    .output(nothing),
  extend: procedure('manager')
    .input(z.object({ questionnaireId: id, lastDay: day }))
    .output(nothing),
  /** Throws it away with all its answers, without a result. */
  withdraw: procedure('manager')
    .input(z.object({ questionnaireId: id }))
    .output(nothing),
  /** What the worker can still answer; null when there is nothing, or it was answered. */
  mine: procedure('user').output(z.object({ toAnswer: z.object({ id, lastDay: day }).nullable() })),
  answer: procedure('user')
    .input(z.object({ questionnaireId: id, answers }))
    .errors({ ALREADY_ANSWERED: { message: 'It was answered already.' } })
    .output(nothing),
};
