import { z } from 'zod';
import { aftercareStep } from './aftercare.ts';
import { clockTime } from './agreements.ts';
import { day, id, instant, longText, nothing, procedure, shortText } from './base.ts';
import { newCaller } from './callers.ts';
import { channel } from './channel.ts';
import { aggressionKind, behaviour, cause, incidentStatus, outcome, severity, weight } from './incidentKinds.ts';
import { step } from './measureDecision.ts';
import { measureState } from './measures.ts';

/** The three or four choices that can be made while the caller is still on the line. */
export const incidentRecord = z.object({
  /** The note that is open beside it; the contact made of it is linked to this incident. */
  draftId: z.uuid().nullable(),
  callerId: id.nullable(),
  newCaller: newCaller.nullable(),
  channel,
  behaviours: z.array(behaviour).min(1).max(10),
  severity,
  outcomes: z.array(outcome).max(7),
});
export type IncidentRecord = z.infer<typeof incidentRecord>;

const colleagueIds = z.array(id).max(50);

/** What may be added later the same day; all of it optional. */
export const incidentCompletion = z.object({
  cause: cause.nullable(),
  aggressionKind: aggressionKind.nullable(),
  words: longText,
  account: longText,
  /** Colleagues who met it too, besides whoever reports it. */
  colleagueIds,
  /** Colleagues who saw or heard it. */
  witnessIds: colleagueIds,
  /** Others who saw or heard it. */
  witnesses: shortText,
  weight,
});
export type IncidentCompletion = z.infer<typeof incidentCompletion>;

export const incident = z.object({
  id,
  callerId: id.nullable(),
  callerName: z.string().nullable(),
  workerName: z.string(),
  occurredAt: instant,
  channel,
  behaviours: z.array(behaviour),
  severity,
  outcomes: z.array(outcome),
  completion: incidentCompletion.omit({ weight: true }),
  colleagueNames: z.array(z.string()),
  witnessNames: z.array(z.string()),
  completedAt: instant.nullable(),
  status: incidentStatus,
  /** What a manager asked to add, also when it was answered since. */
  question: z.object({ text: z.string(), at: instant, byName: z.string() }).nullable(),
  closedAt: instant.nullable(),
  closedByName: z.string().nullable(),
  /** The record that this one is the second of. */
  duplicateOf: z.object({ id, occurredAt: instant, workerName: z.string() }).nullable(),
  reviewedAt: instant.nullable(),
  reviewerName: z.string().nullable(),
  reviewNote: z.string().nullable(),
  /** How often it was changed after it had been read or rested upon. */
  corrections: z.number().int(),
  /** From before what is kept of the caller was restricted: its words are left out, and it may not change. */
  isRestricted: z.boolean(),
});
export type Incident = z.infer<typeof incident>;

/** An incident of the worker's own, reported or met with a colleague, with the weight that nobody else sees. */
export const ownIncident = incident.extend({ weight, feedbackRead: z.boolean(), reportedByYou: z.boolean() });
export type OwnIncident = z.infer<typeof ownIncident>;

/** Everything about an incident that counts, and that can be corrected; the weight is the worker's alone and no part of it. */
export const incidentFacts = z.object({
  callerId: id.nullable(),
  occurredAt: instant,
  channel,
  behaviours: z.array(behaviour).min(1).max(10),
  severity,
  outcomes: z.array(outcome).max(7),
  cause: cause.nullable(),
  aggressionKind: aggressionKind.nullable(),
  words: longText,
  account: longText,
  colleagueIds,
  witnessIds: colleagueIds,
  witnesses: shortText,
});
export type IncidentFacts = z.infer<typeof incidentFacts>;
export const factField = incidentFacts.keyof();
export type FactField = z.infer<typeof factField>;

/** The facts as somebody corrects them; the time it happened as the practice's clock showed it. */
export const correctedFacts = incidentFacts
  .omit({ occurredAt: true })
  .extend({ happened: z.object({ day, time: clockTime }) });

/** Only what is to change. */
export const incidentCorrection = correctedFacts.partial();
export type IncidentCorrection = z.infer<typeof incidentCorrection>;

/** The facts with the names of those in them, as people read them. */
export const readableFacts = incidentFacts.extend({
  callerName: z.string().nullable(),
  colleagueNames: z.array(z.string()),
  witnessNames: z.array(z.string()),
});
export type ReadableFacts = z.infer<typeof readableFacts>;

/** A step that stands on an incident, with when it was decided. */
export const restingMeasure = z.object({ id, step, decidedAt: instant });

export const correctable = z.object({
  facts: readableFacts,
  reporterId: id,
  happened: correctedFacts.shape.happened,
  /** What stands on the incident as it was when that was decided. */
  measures: z.array(restingMeasure),
});
export type Correctable = z.infer<typeof correctable>;

/** One change: who changed which fields when, from what to what. */
export const incidentChange = z.object({
  at: instant,
  byName: z.string(),
  /** `completed` when the reporter added to what somebody had read already. */
  how: z.enum(['corrected', 'completed', 'linked']),
  why: z.string(),
  fields: z.array(factField),
  before: readableFacts,
  after: readableFacts,
});
export type IncidentChange = z.infer<typeof incidentChange>;

/** A step that a manager decided on, as far as everybody at the desk may know it. */
const followingStep = z.object({
  id,
  step,
  state: measureState,
  decidedAt: instant,
  from: day.nullable(),
  lastDay: day.nullable(),
  /** Finished letters about it, each with the day it was sent on. */
  letters: z.array(z.object({ id, sentOn: day.nullable() })),
});
export type FollowingStep = z.infer<typeof followingStep>;

/** What a caller did once, and what followed. */
export const repeat = incident
  .pick({
    id: true,
    occurredAt: true,
    workerName: true,
    colleagueNames: true,
    channel: true,
    behaviours: true,
    severity: true,
    outcomes: true,
    reviewedAt: true,
  })
  .extend({
    words: z.string(),
    account: z.string(),
    /** Which one it is in the year up to and with it; null for what does not count against a caller. */
    countInYear: z.number().int().nullable(),
    steps: z.array(followingStep),
    /** That no step follows; why is for managers. */
    left: z.object({ at: instant, byName: z.string(), reason: z.string().nullable() }).nullable(),
  });
export type Repeat = z.infer<typeof repeat>;

/** Everything a caller did before and what was decided then; never a call of concern. */
export const repeats = z.object({
  callerName: z.string(),
  /** Since when what is kept of them is restricted: then only what holds now and what came later stands here. */
  restrictedSince: instant.nullable(),
  /** How many that count in the year up to now, and in all. */
  inYear: z.number().int(),
  inAll: z.number().int(),
  incidents: z.array(repeat),
  /** Steps that stand on no incident. */
  otherSteps: z.array(followingStep),
  /** What is in force or still to come. */
  standing: z.array(followingStep),
  agreements: z.array(
    z.object({ id, callsPerWeek: z.number().int(), startsOn: day, lastDay: day, endedAt: instant.nullable() }),
  ),
});
export type Repeats = z.infer<typeof repeats>;

/** One thing that was done with an incident, for those who met it. */
export const doneWithIncident = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reviewed'), at: instant, byName: z.string() }),
  z.object({ kind: z.literal('asked'), at: instant, byName: z.string(), question: z.string() }),
  z.object({ kind: z.literal('completed'), at: instant }),
  z.object({ kind: z.literal('decided'), at: instant, byName: z.string(), step }),
  z.object({ kind: z.literal('aftercare'), at: instant, byName: z.string(), step: aftercareStep }),
  z.object({ kind: z.literal('duplicate'), at: instant, byName: z.string(), ofWorkerName: z.string() }),
  z.object({ kind: z.literal('closed'), at: instant, byName: z.string() }),
]);
export type DoneWithIncident = z.infer<typeof doneWithIncident>;

const about = z.object({ incidentId: id });

export const incidents = {
  record: procedure('user')
    .input(incidentRecord)
    .errors({
      BAD_NUMBER: { message: 'A telephone number is not right.', data: z.object({ number: z.string() }) },
    })
    .output(z.object({ incidentId: id, callerId: id.nullable() })),
  /** Keeps what is being added, only what changed of it; with `done` the incident is off the list of what is still to complete. */
  complete: procedure('user', { keeps: true })
    .input(z.object({ incidentId: id, completion: incidentCompletion.partial(), done: z.boolean() }))
    .output(nothing),
  /** The worker's own incidents that are still to complete, newest first. */
  toComplete: procedure('user').output(z.array(ownIncident)),
  /** The worker's own incidents that a manager reviewed and the worker has not read about yet. */
  feedback: procedure('user').output(z.array(ownIncident)),
  /** What was done with an incident that the worker met, in order. */
  done: procedure('user').input(about).output(z.array(doneWithIncident)),
  markFeedbackRead: procedure('user').input(about).output(nothing),
  /** Who can be chosen as somebody who met, saw or heard an incident. */
  colleagues: procedure('user').output(z.array(z.object({ id, name: z.string() }))),
  /** How heavy it was for the worker; of an incident that a colleague reported, too. */
  weigh: procedure('user').input(about.extend({ weight })).output(nothing),
  /** The worker's own incidents, newest first. */
  own: procedure('user').output(z.array(ownIncident)),
  /** What can be corrected of an incident, by its reporter or a manager. */
  correctable: procedure('user').input(about).output(correctable),
  /** Changes an incident and keeps what it was. */
  correct: procedure('user')
    .input(about.extend({ correction: incidentCorrection, why: shortText }))
    .output(nothing),
  /** What was changed, newest first, and what rests on how it was. */
  changes: procedure('user')
    .input(about)
    .output(z.object({ changes: z.array(incidentChange), measures: z.array(restingMeasure) })),
  /** What a caller did before, newest first, with what followed each time and what stands now. */
  repeats: procedure('user')
    .input(z.object({ callerId: id }))
    .output(repeats),
};
