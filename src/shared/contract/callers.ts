import { z } from 'zod';
import { day, id, instant, longText, nothing, procedure, requiredText, shortText } from './base.ts';
import { channel } from './channel.ts';
import { behaviour, outcome, severity } from './incidentKinds.ts';

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

export const callerDetails = z.object({
  displayName: requiredText,
  birthDate: day.nullable(),
  numbers: z.array(requiredText).max(10),
  generalPractitioner: shortText,
  addressForm: shortText,
  spokenLanguage: shortText,
  /** What to check before anything personal is said. */
  checkFirst: shortText,
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

export const callerCard = z.object({
  id,
  details: callerDetails,
  colleagueNotice: colleagueNotice.nullable(),
  history: z.array(historyItem),
  contactsThisWeek: z.number().int(),
});
export type CallerCard = z.infer<typeof callerCard>;

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
};
