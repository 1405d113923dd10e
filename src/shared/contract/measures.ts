import { z } from 'zod';
import { day, id, instant, nothing, procedure, typedText } from './base.ts';
import { behaviour, severity } from './incidentKinds.ts';
import { bannableChannel, banScope, decision, reasonText, replacedAs, step } from './measureDecision.ts';

const explanation = typedText.trim().max(4000);

/** How somebody was told. */
export const toldWay = z.enum(['letter', 'phone', 'inPerson', 'mail']);
export type ToldWay = z.infer<typeof toldWay>;

/** That the person was told: how, when and by whom. */
export const told = z.object({ way: toldWay, on: day, byName: z.string(), recordedAt: instant });
export type Told = z.infer<typeof told>;

/** `noted` is a step without a period, such as a conversation; `replaced` a ban that another took the place of. */
export const measureState = z.enum(['planned', 'running', 'ended', 'lifted', 'replaced', 'noted']);
export type MeasureState = z.infer<typeof measureState>;

export const objectionOutcome = z.enum(['upheld', 'partlyUpheld', 'rejected']);
export type ObjectionOutcome = z.infer<typeof objectionOutcome>;

export const objection = z.object({
  id,
  receivedOn: day,
  text: z.string(),
  recordedByName: z.string(),
  answer: z
    .object({ outcome: objectionOutcome, text: z.string(), answeredAt: instant, answeredByName: z.string() })
    .nullable(),
});
export type Objection = z.infer<typeof objection>;

export const measure = z.object({
  id,
  callerId: id,
  callerName: z.string(),
  step,
  state: measureState,
  reason: z.string(),
  decidedAt: instant,
  decidedByName: z.string(),
  /** Null for a step without a period. */
  from: day.nullable(),
  lastDay: day.nullable(),
  reviewDay: day.nullable(),
  reviewedAt: instant.nullable(),
  /** Empty for anything but a ban. */
  channels: z.array(bannableChannel),
  scope: banScope,
  scopeName: z.string(),
  staysOpen: z.string(),
  /** The ban that this one took the place of. */
  replaces: z.object({ id, as: replacedAs }).nullable(),
  /** The clock for telling the person, until they were told; null for a step they need not hear of. */
  answer: z.object({ before: instant, told: told.nullable() }).nullable(),
  lifted: z.object({ at: instant, reason: z.string(), byName: z.string() }).nullable(),
  /** What came of it, for a conversation, a police report, a claim or a case. */
  outcome: z.string(),
  openObjections: z.number().int(),
});
export type Measure = z.infer<typeof measure>;

/** An incident as a link of the chain that a measure stands on. */
export const linkedIncident = z.object({
  id,
  occurredAt: instant,
  workerName: z.string(),
  behaviours: z.array(behaviour),
  severity,
  words: z.string(),
  account: z.string(),
  /** When it was first corrected after what stands on it was decided; the rest is as it was then. */
  correctedAt: instant.nullable(),
  /** It turned out to be about somebody else: what was decided still rests on it, nothing new can. */
  ofOtherCaller: z.boolean(),
});
export type LinkedIncident = z.infer<typeof linkedIncident>;

export const proposalReason = z.enum([
  'repeated',
  'serious',
  'verySerious',
  'conversationBefore',
  'warningBefore',
  'banBefore',
]);

/** What the product proposes and why; a manager decides. */
export const proposal = z.object({
  step: z.enum(['conversation', 'warning', 'contactBan']),
  /** How long the proposed ban lasts; null for another step. */
  months: z.number().int().nullable(),
  because: z.array(
    z.object({
      code: proposalReason,
      /** When the earlier step was decided. */
      at: instant.nullable(),
      /** How many incidents there were within the time that counts as recurrence. */
      count: z.number().int().nullable(),
    }),
  ),
  /** Worth a report to the police as well: a threat, violence or damage that was very serious. */
  considerPolice: z.boolean(),
});
export type Proposal = z.infer<typeof proposal>;

export const toDecide = z.object({
  callerId: id,
  callerName: z.string(),
  /** Null when nothing calls for a step, and somebody wants to take one all the same. */
  proposal: proposal.nullable(),
  /** What the caller did within the time that counts as recurrence, newest first. */
  incidents: z.array(linkedIncident),
  /** Those that no step has followed yet. */
  openIncidentIds: z.array(id),
  /** Before when the person must have heard something; null when they have. */
  answerBefore: instant.nullable(),
  /** The last time that was recorded, after the incidents that call for a step. */
  told: told.nullable(),
  /** The bans in force or to come: a new one in the same time takes their place. */
  bans: z.array(measure.pick({ id: true, state: true, from: true, lastDay: true, channels: true })),
  /** The last day on which a report to the police is as quick as it should be. */
  policeBefore: day.nullable(),
  /** The terms to start from when a ban is decided today, for each of the practice's lengths. */
  terms: z.array(z.object({ months: z.number().int(), from: day, lastDay: day, reviewDay: day })),
});
export type ToDecide = z.infer<typeof toDecide>;

/** What the desk must know of a running ban; emergencies are open whatever stands here. */
export const runningBan = measure
  .pick({
    id: true,
    reason: true,
    channels: true,
    scope: true,
    scopeName: true,
    staysOpen: true,
  })
  .extend({
    from: day,
    lastDay: day,
    reviewDay: day,
    openChannels: z.array(bannableChannel),
    /** What is closed until when: more than one line only when bans of different lengths run together. */
    closed: z.array(measure.pick({ channels: true, scope: true, scopeName: true }).extend({ lastDay: day })),
  });
export type RunningBan = z.infer<typeof runningBan>;

export const runningWarning = measure.pick({ id: true, reason: true, decidedAt: true }).extend({ lastDay: day });
export type RunningWarning = z.infer<typeof runningWarning>;

/** Somebody who must still hear of a decision, or of an incident that no step followed. */
export const toTell = z.object({
  callerId: id,
  callerName: z.string(),
  /** Null when no step followed. */
  measure: measure.pick({ id: true, step: true }).nullable(),
  answerBefore: instant,
});
export type ToTell = z.infer<typeof toTell>;

const measureId = z.object({ measureId: id });
const wrongState = { NOT_RUNNING: { message: 'This measure has ended already.' } };

export const measures = {
  /** The next step for one caller, with what it would stand on. */
  propose: procedure('manager')
    .input(z.object({ callerId: id }))
    .output(toDecide),
  /** Callers whose incidents call for a step and have none, the most recent first. */
  toDecide: procedure('manager').output(z.array(toDecide)),
  decide: procedure('manager')
    .input(decision)
    .errors({ OVERLAPS: { message: 'Another ban is in force that this one would take the place of.' } })
    .output(z.object({ measureId: id })),
  /** No step now, and why; the incidents do not come back by themselves. */
  leave: procedure('manager')
    .input(
      z.object({
        callerId: id,
        incidentIds: z.array(id).min(1).max(50),
        reason: reasonText,
        /** Whether the person is still to hear something of it. */
        tell: z.boolean(),
      }),
    )
    .output(nothing),
  /** Everybody who must still hear of a decision, the longest waiting first. */
  toTell: procedure('manager').output(z.array(toTell)),
  /** That the person was told, which stops the clock. */
  recordTold: procedure('manager')
    .input(z.object({ callerId: id, measureId: id.nullable(), way: toldWay, on: day, byUserId: id }))
    .output(nothing),
  lift: procedure('manager')
    .input(measureId.extend({ reason: reasonText }))
    .errors(wrongState)
    .output(nothing),
  /** A new ban from today on that takes the place of the one before. */
  extend: procedure('manager')
    .input(measureId.extend({ lastDay: day, reason: reasonText, incidentIds: z.array(id).min(1).max(50) }))
    .errors(wrongState)
    .output(z.object({ measureId: id })),
  /** Notes that a running measure was looked at halfway and stands. */
  markReviewed: procedure('manager').input(measureId).errors(wrongState).output(nothing),
  noteOutcome: procedure('manager')
    .input(measureId.extend({ outcome: explanation }))
    .output(nothing),
  recordObjection: procedure('manager')
    .input(measureId.extend({ receivedOn: day, text: reasonText }))
    .output(z.object({ objectionId: id })),
  answerObjection: procedure('manager')
    .input(z.object({ objectionId: id, outcome: objectionOutcome, text: reasonText }))
    .errors({ ANSWERED: { message: 'This objection has been answered already.' } })
    .output(nothing),
  /** Every measure that runs or is to come; those that lapse or are to review this week are named; the newest past ones. */
  register: procedure('manager').output(
    z.object({
      running: z.array(measure),
      lapsingIds: z.array(id),
      toReviewIds: z.array(id),
      past: z.array(measure),
    }),
  ),
  /** One measure with everything it stands on and everything decided about this caller. */
  detail: procedure('manager')
    .input(measureId)
    .output(
      z.object({
        measure,
        incidents: z.array(linkedIncident),
        objections: z.array(objection),
        ofCaller: z.array(measure),
      }),
    ),
  /** What the desk must know of a caller: what runs, first; what has ended or is to come, as history. */
  ofCaller: procedure('user')
    .input(z.object({ callerId: id }))
    .output(
      z.object({
        bans: z.array(runningBan),
        warnings: z.array(runningWarning),
        others: z.array(
          measure.pick({ id: true, step: true, state: true, decidedAt: true, from: true, lastDay: true }),
        ),
      }),
    ),
};
