import { z } from 'zod';
import { id, instant, nothing, procedure, shortText } from './base.ts';

/** A file goes over in parts of so many bytes, so that no single call keeps the core busy; a multiple of three. */
export const partBytes = 393_216;
const part = z.base64().max((partBytes / 3) * 4);

export const attachmentKind = z.enum(['picture', 'mail', 'document', 'voice']);
export type AttachmentKind = z.infer<typeof attachmentKind>;

/** Who added it takes it away the same day; after that a manager does, with a reason. */
export const removalRight = z.enum(['freely', 'withReason', 'no']);
export type RemovalRight = z.infer<typeof removalRight>;

export const attachment = z.object({
  id,
  incidentId: id,
  /** Empty once it was taken away. */
  name: z.string(),
  kind: attachmentKind,
  type: z.string(),
  bytes: z.number().int(),
  addedAt: instant,
  addedByName: z.string(),
  removed: z.object({ at: instant, byName: z.string(), reason: z.string() }).nullable(),
  mayRemove: removalRight,
});
export type Attachment = z.infer<typeof attachment>;

/** A mail as plain text: never as a page. */
export const plainMail = z.object({
  from: z.string(),
  to: z.string(),
  date: z.string(),
  subject: z.string(),
  text: z.string(),
});
export type PlainMail = z.infer<typeof plainMail>;

const one = z.object({ attachmentId: id });

export const attachments = {
  ofIncident: procedure('user')
    .input(z.object({ incidentId: id }))
    .output(
      z.object({
        attachments: z.array(attachment),
        mayAdd: z.boolean(),
        /** The house rule, in megabytes. */
        limits: z.object({ file: z.number(), incident: z.number() }),
      }),
    ),
  /** Begins a file with its first part, by which its type is told. */
  add: procedure('user')
    .input(z.object({ incidentId: id, name: shortText, bytes: z.number().int().min(1).max(1e9), part }))
    .errors({
      TOO_LARGE: { message: 'The file is larger than the house rule allows.' },
      INCIDENT_FULL: { message: 'The files of this incident would be larger than the house rule allows.' },
      WRONG_TYPE: { message: 'The content of the file is of no type that can be kept.' },
    })
    .output(z.object({ attachmentId: id })),
  /** The parts after the first, in order; with the last one the file is there. */
  addPart: procedure('user')
    .input(one.extend({ place: z.number().int().min(1).max(1000), part }))
    .output(nothing),
  /** Of how many parts a file consists, and a mail as text. */
  open: procedure('user')
    .input(one)
    .output(z.object({ parts: z.number().int(), mail: plainMail.nullable() })),
  part: procedure('user')
    .input(one.extend({ place: z.number().int().min(0).max(1000) }))
    .output(z.object({ part: z.string() })),
  /** Lets a manager save it outside the store. */
  export: procedure('manager')
    .input(one)
    .output(z.object({ fileName: z.string(), parts: z.number().int() })),
  remove: procedure('user')
    .input(one.extend({ reason: shortText }))
    .output(nothing),
};
