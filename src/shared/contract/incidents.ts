import { z } from 'zod';
import { id, instant, longText, nothing, procedure, shortText } from './base.ts';
import { newCaller } from './callers.ts';
import { channel } from './channel.ts';
import { aggressionKind, behaviour, cause, outcome, severity, weight } from './incidentKinds.ts';

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

/** What may be added later the same day; all of it optional. */
export const incidentCompletion = z.object({
  cause: cause.nullable(),
  aggressionKind: aggressionKind.nullable(),
  words: longText,
  account: longText,
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
  completedAt: instant.nullable(),
  reviewedAt: instant.nullable(),
  reviewerName: z.string().nullable(),
  reviewNote: z.string().nullable(),
});
export type Incident = z.infer<typeof incident>;

/** An incident of the worker's own, with the weight that nobody else sees. */
export const ownIncident = incident.extend({ weight, feedbackRead: z.boolean() });
export type OwnIncident = z.infer<typeof ownIncident>;

export const incidents = {
  record: procedure('user')
    .input(incidentRecord)
    .errors({
      BAD_NUMBER: { message: 'A telephone number is not right.', data: z.object({ number: z.string() }) },
    })
    .output(z.object({ incidentId: id, callerId: id.nullable() })),
  /** Keeps what is being added; with `done` the incident is off the list of what is still to complete. */
  complete: procedure('user')
    .input(z.object({ incidentId: id, completion: incidentCompletion, done: z.boolean() }))
    .output(nothing),
  /** The worker's own incidents that are still to complete, newest first. */
  toComplete: procedure('user').output(z.array(ownIncident)),
  /** The worker's own incidents that a manager reviewed and the worker has not read about yet. */
  feedback: procedure('user').output(z.array(ownIncident)),
  markFeedbackRead: procedure('user')
    .input(z.object({ incidentId: id }))
    .output(nothing),
};
