import { z } from 'zod';
import { day, id, instant, longText, nothing, procedure, requiredText, shortText, typedText } from './base.ts';
import { channel } from './channel.ts';
import { behaviour, outcome, severity } from './incidentKinds.ts';
import { ownGp } from './ownGp.ts';
import { restrictionGround } from './privacyRestrictions.ts';

/** Why a caller stands out; a flag always says until when. */
export const callerFlag = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('contactBan'), until: instant }),
  z.object({ kind: z.literal('warning'), until: instant }),
  z.object({ kind: z.literal('colleagueTakes'), until: instant }),
  /** So many calls a week were agreed, and so many of them were made this week. */
  z.object({ kind: z.literal('agreement'), until: instant, used: z.number().int(), perWeek: z.number().int() }),
]);
export type CallerFlag = z.infer<typeof callerFlag>;

export const callerResult = z.object({
  id,
  displayName: z.string(),
  birthDate: day.nullable(),
  number: z.string().nullable(),
  lastContactAt: instant.nullable(),
  flags: z.array(callerFlag),
  /** Nobody was found by what was typed exactly; this one's name looks like it. */
  isLookAlike: z.boolean(),
});
export type CallerResult = z.infer<typeof callerResult>;

export const historyItem = z.object({
  kind: z.enum(['contact', 'incident']),
  id,
  at: instant,
  workerName: z.string(),
  channel,
  reason: z.string().nullable(),
  text: z.string(),
  behaviours: z.array(behaviour),
  severity: severity.nullable(),
  outcomes: z.array(outcome),
});
export type HistoryItem = z.infer<typeof historyItem>;

export const mostNumbers = 20;

export const callerDetails = z.object({
  displayName: requiredText,
  birthDate: day.nullable(),
  numbers: z.array(requiredText).max(mostNumbers),
  generalPractitioner: shortText,
  /** Of a practitioner who is not in the practice's telephone list. */
  generalPractitionerNumber: shortText,
  addressForm: shortText,
  spokenLanguage: shortText,
  /** What to check before anything personal is said. */
  checkFirst: shortText,
  /** Street, postcode and town, as lines above a letter. */
  postalAddress: typedText.trim().max(250),
  remark: longText,
});
export type CallerDetails = z.infer<typeof callerDetails>;

/** A caller noted before anybody had time to make a card: a name, a number, or neither. */
export const newCaller = z.object({ displayName: shortText, number: shortText, birthDate: day.nullable() });
export type NewCaller = z.infer<typeof newCaller>;

export const colleagueNotice = z.object({
  incidentAt: instant,
  workerName: z.string(),
  /** The worker who met the incident is the one looking at the card. */
  metByYou: z.boolean(),
  callEnded: z.boolean(),
  until: instant,
});

/** A number that others have too, as families and institutions do. */
export const sharedNumber = z.object({
  number: z.string(),
  /** Those who called most recently. */
  names: z.array(z.string()).min(1),
  /** How many others there are beside them. */
  more: z.number().int(),
});
export type SharedNumber = z.infer<typeof sharedNumber>;

/** Another card that was merged into this one. */
export const pastMerge = z.object({
  id,
  name: z.string(),
  at: instant,
  workerName: z.string(),
  /** Only the newest merge of a card can be undone: what came later builds on what came before. */
  isNewest: z.boolean(),
});
export type PastMerge = z.infer<typeof pastMerge>;

/** What a caller says of something that was not put right, with why it was not: kept with the record (GDPR, article 16). */
export const callerStatement = z.object({ receivedOn: day, text: z.string(), answer: z.string() });
export type CallerStatement = z.infer<typeof callerStatement>;

export const callerCard = z.object({
  id,
  details: callerDetails,
  ownGp: ownGp.nullable(),
  sharedNumbers: z.array(sharedNumber),
  merges: z.array(pastMerge),
  colleagueNotice: colleagueNotice.nullable(),
  history: z.array(historyItem),
  contactsThisWeek: z.number().int(),
  /** Since when what is kept of this caller is restricted, and why: then what was written before is not shown. */
  restriction: z.object({ setAt: instant, ground: restrictionGround }).nullable(),
  /** The newest first. */
  statements: z.array(callerStatement),
});
export type CallerCard = z.infer<typeof callerCard>;

/** What stands on both cards, in the order in which they are laid side by side; a practitioner goes with the number. */
export const mergeField = callerDetails.keyof().exclude(['generalPractitionerNumber']);
export type MergeField = z.infer<typeof mergeField>;

/** What of two cards stays: that of the card that is kept, that of the other, or both. */
export const mergeChoice = z.enum(['kept', 'other', 'both']);
export type MergeChoice = z.infer<typeof mergeChoice>;

export const mergeChoices = z.partialRecord(mergeField, mergeChoice);
export type MergeChoices = z.infer<typeof mergeChoices>;

export const comparedField = z.object({
  field: mergeField,
  /** With more than one there is something to choose. */
  options: z.array(mergeChoice).min(1),
  choice: mergeChoice,
});
export type ComparedField = z.infer<typeof comparedField>;

const mergeSide = z.object({
  details: callerDetails,
  contacts: z.number().int(),
  incidents: z.number().int(),
  /** The last day of the ban that runs longest. */
  bannedUntil: instant.nullable(),
  /** The call agreement that runs or is to come. */
  agreement: z.object({ callsPerWeek: z.number().int(), lastDay: day }).nullable(),
});
export type MergeSide = z.infer<typeof mergeSide>;

export const comparison = z.object({ kept: mergeSide, other: mergeSide, fields: z.array(comparedField) });
export type Comparison = z.infer<typeof comparison>;

const twoCallers = z.object({ callerId: id, otherId: id });
const mergeErrors = {
  SAME_CALLER: { message: 'A card cannot be merged with itself.' },
  ONE_IS_INVENTED: { message: 'One of the two belongs to the demo practice.' },
};

const badNumber = {
  BAD_NUMBER: { message: 'A telephone number is not right.', data: z.object({ number: z.string() }) },
};

export const callers = {
  search: procedure('user')
    .input(z.object({ query: z.string().max(120), limit: z.number().int().min(1).max(20).default(8) }))
    .output(z.array(callerResult)),
  card: procedure('user')
    .input(z.object({ callerId: id }))
    .output(callerCard),
  create: procedure('user')
    .input(callerDetails)
    .errors(badNumber)
    .output(z.object({ callerId: id })),
  update: procedure('user')
    .input(z.object({ callerId: id, details: callerDetails }))
    .errors(badNumber)
    .output(nothing),
  /** Two cards side by side, with what is proposed to keep. */
  compare: procedure('user').input(twoCallers).errors(mergeErrors).output(comparison),
  /** Makes one card of two: everything about the other caller is about this one from now on. */
  merge: procedure('user')
    .input(
      twoCallers.extend({
        choices: mergeChoices,
        /** Whose call agreement goes on when both have one; a caller has one at a time. */
        agreement: z.enum(['kept', 'other']),
      }),
    )
    .errors(mergeErrors)
    .output(z.object({ mergeId: id })),
  /** Takes a merge back; what was added since stays with the card that was kept. */
  undoMerge: procedure('user')
    .input(z.object({ mergeId: id }))
    .errors({
      LATER_MERGE: { message: 'A later merge must be undone first.', data: z.object({ name: z.string() }) },
    })
    .output(nothing),
};
