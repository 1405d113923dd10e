import { z } from 'zod';
import { day, id, instant, longText, nothing, procedure, requiredText, shortText } from './base.ts';

export const concernKind = z.enum(['crisis', 'lonely']);
export type ConcernKind = z.infer<typeof concernKind>;

export const handedOverTo = z.enum(['emergency', 'gpOnDuty', 'ownGp', 'helpline113', 'colleague', 'nobody']);
export type HandedOverTo = z.infer<typeof handedOverTo>;

/** What the script found, step by step; the least that lets a colleague carry on. */
export const concernRecord = z.object({
  kind: concernKind,
  callerId: id.nullable(),
  finding: z.enum(['inDanger', 'thinksOfSuicide', 'notSure', 'noThoughts', 'lonely', 'oftenCalling']),
  handedOverTo,
  remark: longText,
});
export type ConcernRecord = z.infer<typeof concernRecord>;

export const directoryKind = z.enum([
  'emergency',
  'suicidePrevention',
  'gpOnDuty',
  'outOfHours',
  'listening',
  'victimSupport',
  'other',
]);

export const directoryEntry = z.object({
  id,
  kind: directoryKind,
  name: requiredText,
  number: shortText,
  reach: shortText,
  checkedOn: day.nullable(),
  verified: z.boolean(),
});
export type DirectoryEntry = z.infer<typeof directoryEntry>;

export const distress = {
  directory: procedure('user').output(z.array(directoryEntry)),
  updateDirectoryEntry: procedure('manager')
    .input(directoryEntry.pick({ id: true, name: true, number: true, reach: true }))
    .output(nothing),
  record: procedure('user')
    .input(concernRecord)
    .output(z.object({ concernId: id })),
  /** Contacts of concern with one caller: never among the incidents. */
  ofCaller: procedure('user')
    .input(z.object({ callerId: id }))
    .output(
      z.array(
        z.object({
          id,
          at: instant,
          workerName: z.string(),
          kind: concernKind,
          finding: concernRecord.shape.finding,
          handedOverTo,
        }),
      ),
    ),
};
