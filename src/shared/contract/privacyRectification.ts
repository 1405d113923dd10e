import { z } from 'zod';
import { id, instant, longText, nothing, procedure } from './base.ts';
import { callerDetails, mergeField } from './callers.ts';
import { factField, incident, incidentCorrection } from './incidents.ts';

/** What a field of which was put right: the card, a note of a contact, or an incident. */
export const rectifiedRecord = z.enum(['card', 'contact', 'incident']);

/** A change that was made because of a request: which fields, never what stood in them. */
export const rectification = z.object({
  id,
  record: rectifiedRecord,
  /** When the contact or incident was; null for the card. */
  happenedAt: instant.nullable(),
  fields: z.array(z.union([mergeField, factField, z.literal('text')])),
  at: instant,
  byName: z.string(),
});
export type Rectification = z.infer<typeof rectification>;

/** Everything of a caller that can be put right. */
export const rectifiable = z.object({
  callerId: id,
  details: callerDetails,
  contacts: z.array(z.object({ id, at: instant, workerName: z.string(), text: z.string() })),
  incidents: z.array(incident.pick({ id: true, occurredAt: true, workerName: true, behaviours: true, severity: true })),
  changes: z.array(rectification),
});
export type Rectifiable = z.infer<typeof rectifiable>;

const about = z.object({ requestId: id });

export const rectificationChange = z.discriminatedUnion('record', [
  z.object({ record: z.literal('card'), details: callerDetails }),
  z.object({ record: z.literal('contact'), contactId: id, text: longText }),
  z.object({
    record: z.literal('incident'),
    incidentId: id,
    correction: incidentCorrection,
    why: callerDetails.shape.checkFirst,
  }),
]);
export type RectificationChange = z.infer<typeof rectificationChange>;

export const privacyRectification = {
  rectifiable: procedure('manager').input(about).output(rectifiable),
  /** Puts something right because the caller asked for it, and keeps with the request which fields that were. */
  rectify: procedure('manager')
    .input(about.extend({ change: rectificationChange }))
    .errors({
      BAD_NUMBER: { message: 'A telephone number is not right.', data: z.object({ number: z.string() }) },
    })
    .output(nothing),
};
