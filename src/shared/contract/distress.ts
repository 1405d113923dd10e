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
  'local',
  'victimSupport',
  'other',
]);
export type DirectoryKind = z.infer<typeof directoryKind>;

export const directoryEntry = z.object({
  id,
  kind: directoryKind,
  name: requiredText,
  number: shortText,
  reach: shortText,
  checkedOn: day.nullable(),
  verified: z.boolean(),
});

/** Whether a number can be relied on: never filled in, never checked here, checked over a year ago, or checked since. */
export const directoryCheck = z.enum(['missing', 'unverified', 'overdue', 'checked']);
export type DirectoryCheck = z.infer<typeof directoryCheck>;

export const listedEntry = directoryEntry.extend({
  check: directoryCheck,
  /** What the crisis script points to stays. */
  removable: z.boolean(),
});
export type DirectoryEntry = z.infer<typeof listedEntry>;

/** What a practice adds itself: the numbers of the script are there from the start. */
export const newDirectoryEntry = directoryEntry
  .pick({ name: true, number: true, reach: true })
  .extend({ kind: directoryKind.extract(['listening', 'local', 'victimSupport', 'other']) });

export type NewDirectoryEntry = z.infer<typeof newDirectoryEntry>;

/** A text that the practice received from 113; it is theirs, so this program has none of its own. */
export const triage = z.object({
  text: z.string().trim().max(6_000),
  receivedFrom: shortText,
  receivedOn: day.nullable(),
});
export type Triage = z.infer<typeof triage>;

export const distress = {
  directory: procedure('user').output(z.array(listedEntry)),
  addDirectoryEntry: procedure('manager').input(newDirectoryEntry).output(nothing),
  updateDirectoryEntry: procedure('manager')
    .input(directoryEntry.pick({ id: true, name: true, number: true, reach: true }))
    .output(nothing),
  /** Somebody called it today, and it was right. */
  markDirectoryEntryChecked: procedure('manager').input(z.object({ id })).output(nothing),
  removeDirectoryEntry: procedure('manager').input(z.object({ id })).output(nothing),
  triage: procedure('user').output(triage),
  updateTriage: procedure('manager').input(triage).output(nothing),
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
