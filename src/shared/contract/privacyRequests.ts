import { z } from 'zod';
import { backupFile, stopped } from './backup.ts';
import { day, id, instant, nothing, procedure, typedText } from './base.ts';
import { leftMention, mentionChoices, stoppedErasing } from './privacyMentions.ts';
import { rectification } from './privacyRectification.ts';

/** What somebody may ask about what is kept of them: articles 15, 16, 17, 18 and 21 of the GDPR. */
export const requestKind = z.enum(['access', 'rectification', 'erasure', 'restriction', 'objection']);
export type RequestKind = z.infer<typeof requestKind>;

/** Why somebody may have their data erased (article 17, first paragraph). */
export const erasureGround = z.enum(['notNeeded', 'consentWithdrawn', 'objected', 'unlawful', 'law']);
export type ErasureGround = z.infer<typeof erasureGround>;

export const requestOutcome = z.enum(['done', 'partly', 'refused']);
export type RequestOutcome = z.infer<typeof requestOutcome>;

/** Whether whoever got the data before was told that it changed: each of them, unless that cannot be done (article 19). */
export const othersTold = z.enum(['nobodyHad', 'told', 'impossible']);
export type OthersTold = z.infer<typeof othersTold>;

const longestWords = 2_000;
const words = typedText.trim().min(1).max(longestWords);

export const newRequest = z.object({
  callerId: id,
  kind: requestKind,
  receivedOn: day,
  asked: words,
  /** Null for everything but erasure. */
  ground: erasureGround.nullable(),
});
export type NewRequest = z.infer<typeof newRequest>;

export const privacyRequest = z.object({
  id,
  kind: requestKind,
  /** Null when the caller was erased. */
  callerId: id.nullable(),
  callerName: z.string().nullable(),
  /** A worker who left, when it is about one. */
  userId: id.nullable(),
  receivedOn: day,
  asked: z.string(),
  ground: erasureGround.nullable(),
  dueOn: day,
  /** Null while it is due within the usual month. */
  extendedWhy: z.string().nullable(),
  isLate: z.boolean(),
  recordedByName: z.string(),
  outcome: requestOutcome.nullable(),
  answer: z.string(),
  /** What the caller says of what was not put right. */
  statement: z.string(),
  othersTold: othersTold.nullable(),
  othersNote: z.string(),
  /** What was put right because of it, the newest first. */
  changes: z.array(rectification),
  /** Where the name was left in texts about others, after an erasure. */
  leftStanding: z.array(leftMention),
  answeredAt: instant.nullable(),
  answeredByName: z.string().nullable(),
});
export type PrivacyRequest = z.infer<typeof privacyRequest>;

const count = z.number().int().min(0);

/** What would be erased of a caller, and what stands in the way. */
export const erasurePlan = z.object({
  callerName: z.string(),
  parts: z.array(
    z.object({
      what: z.enum([
        'contacts',
        'incidents',
        'attachments',
        'measures',
        'letters',
        'concerns',
        'arrangements',
        'drafts',
      ]),
      count,
    }),
  ),
  /** Needed for longer; until when, where that is known. */
  needed: z.array(z.object({ reason: z.enum(['running', 'objection', 'policeReport']), until: day.nullable() })),
  /** What would stay with that, when the rest is erased. */
  stays: z.array(z.object({ what: z.enum(['measures', 'incidents', 'contacts']), count })),
  /** Copies of the store from before, which hold it until they go. */
  backups: z.array(backupFile),
});
export type ErasurePlan = z.infer<typeof erasurePlan>;

export const erasedPerson = z.object({
  /** Something had to stay. */
  partly: z.boolean(),
  /** In how many notes about others the name or a number was taken out. */
  mentions: count,
  /** In how many it still stands, because they may not change or because somebody said why. */
  left: count,
});

const about = z.object({ requestId: id });

export const privacyRequests = {
  /** Open ones first, the first due on top; then the answered ones. */
  requests: procedure('manager').output(z.array(privacyRequest)),
  requestsOfCaller: procedure('manager')
    .input(z.object({ callerId: id }))
    .output(z.array(privacyRequest)),
  recordRequest: procedure('manager')
    .input(newRequest)
    .output(z.object({ requestId: id })),
  /** Two months more, with the reason that the person is told (article 12, third paragraph). */
  extendRequest: procedure('manager')
    .input(about.extend({ why: words }))
    .output(nothing),
  answerRequest: procedure('manager')
    .input(
      about.extend({
        outcome: requestOutcome,
        answer: words,
        /** Only for putting right: what the caller says of what was not, in their own words. */
        statement: typedText.trim().max(longestWords).default(''),
        /** Only for putting right, unless that was refused. */
        othersTold: othersTold.nullable().default(null),
        /** Who they are, or why it cannot be done. */
        othersNote: typedText.trim().max(longestWords).default(''),
      }),
    )
    .output(nothing),
  erasurePlan: procedure('manager').input(about).output(erasurePlan),
  /** Erases everything of the caller who asked for it, or all but what is needed for longer. */
  erasePerson: procedure('manager')
    .input(
      about.extend({
        answer: words,
        /** Also when something must stay: then that, and what it rests on, is left. */
        partly: z.boolean().default(false),
        /** For texts about others that name the caller. */
        choices: mentionChoices.default([]),
      }),
    )
    .errors({
      MUST_STAY: { message: 'Something about this caller is still needed.' },
      BUSY: { message: 'Something is being erased already.' },
      ...stoppedErasing,
    })
    .output(erasedPerson),
  /** Makes a fresh backup and removes all earlier ones, which still hold what was erased. */
  renewBackups: procedure('manager')
    .errors(stopped)
    .output(z.object({ removed: count })),
  /** Workers without access of whom something is left besides their id. */
  formerWorkers: procedure('manager').output(z.array(z.object({ userId: id, name: z.string(), removedAt: instant }))),
  /** Takes away what is kept of a worker themselves, and the name with it. */
  eraseWorker: procedure('manager')
    .input(z.object({ userId: id, reason: words }))
    .output(nothing),
};
