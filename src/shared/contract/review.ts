import { z } from 'zod';
import { aftercareStep } from './aftercare.ts';
import { day, id, instant, longText, nothing, procedure, role, typedText } from './base.ts';
import { callerStatement, historyItem } from './callers.ts';
import { documentFile } from './documentFile.ts';
import { handOverKind } from './handOvers.ts';
import { cause } from './incidentKinds.ts';
import { incident } from './incidents.ts';
import { step } from './measureDecision.ts';
import { requestKind } from './privacyRequests.ts';
import { rate, trendEvent, trendSignal } from './trends.ts';

export const reviewedIncident = incident.extend({
  /** How many incidents this caller had in the year up to and with this one. */
  countInYear: z.number().int(),
});
export type ReviewedIncident = z.infer<typeof reviewedIncident>;

/** A day beside the twelve weeks before its week. */
export const dayRate = rate.extend({ date: z.iso.date(), signal: trendSignal.nullable() });
export type DayRate = z.infer<typeof dayRate>;

export const reviewDay = z.object({
  date: day,
  contacts: z.number().int(),
  incidents: z.array(reviewedIncident),
  /** How many of them count: without second records. */
  counted: z.number().int(),
  toComplete: z.number().int(),
  toReview: z.number().int(),
  /** Incidents per 100 contacts; null without contacts. */
  perHundred: z.number().nullable(),
  /** The same over the twelve weeks before this week; null when too few of them have contacts. */
  usualPerHundred: z.number().nullable(),
  causes: z.array(z.object({ cause, count: z.number().int() })),
  /** What was decided on this day, in order. */
  decided: z.array(z.object({ measureId: id, callerId: id, callerName: z.string(), step, byName: z.string() })),
  /** Monday to Sunday of the week the day is in. */
  week: z.array(dayRate),
  /** What was put on the time line in this week, the oldest first. */
  events: z.array(trendEvent),
  /** Incidents of earlier days that nobody has reviewed. */
  leftFromBefore: z.array(reviewedIncident),
});
export type ReviewDay = z.infer<typeof reviewDay>;

/** Something that should have been done by now, with since when. */
export const lateItem = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('aftercare'),
    since: instant,
    aftercareId: id,
    workerName: z.string(),
    step: aftercareStep,
  }),
  z.object({
    kind: z.literal('handOver'),
    since: instant,
    handOverId: id,
    what: handOverKind,
    /** Null when it is for a role. */
    receiverName: z.string().nullable(),
    receiverRole: role,
    callerId: id.nullable(),
    callerName: z.string().nullable(),
  }),
  /** The person has not heard yet what follows, or what was decided. */
  z.object({
    kind: z.literal('answer'),
    since: instant,
    callerId: id,
    callerName: z.string(),
    /** Null when no measure was decided. */
    measureId: id.nullable(),
  }),
  z.object({
    kind: z.literal('policeReport'),
    since: instant,
    callerId: id,
    callerName: z.string(),
    /** Null while nothing was decided. */
    measureId: id.nullable(),
  }),
  z.object({ kind: z.literal('backup'), since: instant, lastAt: instant.nullable() }),
  /** A backup was put back, and no manager has looked at who can unlock the app since. */
  z.object({ kind: z.literal('access'), since: instant }),
  /** Something has been over its term for longer than a month, and nobody has erased it. */
  z.object({ kind: z.literal('retention'), since: instant, goes: z.number().int() }),
  /** The last check of the log found something, or the log had lost its end at an unlock since. */
  z.object({ kind: z.literal('log'), since: instant, problem: z.enum(['broken', 'shorter', 'clock']) }),
]);
export type LateItem = z.infer<typeof lateItem>;

/** What needs a manager now. */
export const attention = z.object({
  late: z.array(lateItem),
  toDecide: z.array(
    z.object({
      callerId: id,
      callerName: z.string(),
      step: step.nullable(),
      months: z.number().int().nullable(),
      answerBefore: instant.nullable(),
    }),
  ),
  objections: z.array(z.object({ measureId: id, callerId: id, callerName: z.string(), receivedOn: day })),
  /** What callers asked about what is kept of them, and is not answered. */
  requests: z.array(
    z.object({
      requestId: id,
      kind: requestKind,
      callerId: id.nullable(),
      callerName: z.string().nullable(),
      dueOn: day,
      isLate: z.boolean(),
    }),
  ),
  /** Of the aftercare that runs, how much has nothing late. */
  aftercare: z.object({ running: z.number().int(), onTime: z.number().int() }),
});
export type Attention = z.infer<typeof attention>;

export const review = {
  attention: procedure('manager').output(attention),
  /** The day on one page; without the names of callers unless they are asked for. */
  dayReport: procedure('manager')
    .input(z.object({ date: day.nullable(), withCallers: z.boolean() }))
    .output(documentFile),
  day: procedure('manager')
    .input(z.object({ date: day.nullable() }))
    .output(reviewDay),
  incident: procedure('manager')
    .input(z.object({ incidentId: id }))
    .output(
      z.object({
        incident: reviewedIncident,
        callerHistory: z.array(historyItem),
        statements: z.array(callerStatement),
      }),
    ),
  /** Keeps a note that is being typed; the reporter sees nothing of it before the incident is marked as reviewed. */
  keepNote: procedure('manager', { keeps: true })
    .input(z.object({ incidentId: id, note: longText }))
    .output(nothing),
  /** Marks an incident as reviewed; the reporter sees the note on their own screen. */
  markReviewed: procedure('manager')
    .input(z.object({ incidentId: id, note: longText }))
    .output(z.object({ reviewedAt: instant })),
  /** The same, and nothing more is to be done about it. */
  close: procedure('manager')
    .input(z.object({ incidentId: id, note: longText }))
    .output(nothing),
  /** Asks the reporter to add something; it shows on their desk, and the incident comes back when they did. */
  askBack: procedure('manager')
    .input(z.object({ incidentId: id, question: typedText.trim().min(1).max(2000) }))
    .output(nothing),
  /** Other incidents of about that time, which this one may be the second record of; the likeliest first. */
  possibleOriginals: procedure('manager')
    .input(z.object({ incidentId: id }))
    .output(z.array(incident)),
  markDuplicate: procedure('manager')
    .input(z.object({ incidentId: id, ofIncidentId: id }))
    .errors({ SAME: { message: 'An incident is no second record of itself, nor of its own second record.' } })
    .output(nothing),
  reopen: procedure('manager')
    .input(z.object({ incidentId: id }))
    .output(nothing),
};
