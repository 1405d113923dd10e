import { z } from 'zod';
import { day, id, instant, longText, nothing, procedure, requiredText, shortText, typedText } from './base.ts';
import { shareForm, shareObstacle, sharePreview, shareWay, sharing } from './concernSharing.ts';
import { directoryCheck } from './directoryCheck.ts';
import { documentFile } from './documentFile.ts';
import { ownSentence, scriptSentence, sentenceWords } from './scriptSentences.ts';

export const concernKind = z.enum(['crisis', 'lonely']);
export type ConcernKind = z.infer<typeof concernKind>;

export const handedOverTo = z.enum(['emergency', 'gpOnDuty', 'ownGp', 'helpline113', 'colleague', 'nobody']);
export type HandedOverTo = z.infer<typeof handedOverTo>;

export const concernFinding = z.enum([
  'inDanger',
  'thinksOfSuicide',
  'notSure',
  'noThoughts',
  'lonely',
  'oftenCalling',
]);
export type ConcernFinding = z.infer<typeof concernFinding>;

/** What the script found, step by step; the least that lets a colleague carry on. */
export const concernRecord = z.object({
  kind: concernKind,
  callerId: id.nullable(),
  finding: concernFinding,
  handedOverTo,
  remark: longText,
});
export type ConcernRecord = z.infer<typeof concernRecord>;

/** A time of the day as it is typed, `14:05`, or nothing. */
const timeOfDay = z.union([z.literal(''), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)]);

/** What can be added and corrected later. */
export const concernCompletion = z.object({
  finding: concernFinding,
  handedOverTo,
  takenOverBy: shortText,
  takenOverAt: timeOfDay,
  remark: longText.max(2_000),
});
export type ConcernCompletion = z.infer<typeof concernCompletion>;

const concernLine = z.object({
  id,
  at: instant,
  workerName: z.string(),
  kind: concernKind,
  handedOverTo,
});

/** One record as a whole: for a manager, and on the day itself for whoever made it. */
export const concern = concernLine.extend({
  callerId: id.nullable(),
  callerName: z.string().nullable(),
  completion: concernCompletion,
  completedAt: instant.nullable(),
  corrected: z.object({ at: instant, byName: z.string() }).nullable(),
});
export type Concern = z.infer<typeof concern>;

export const directoryKind = z.enum([
  'emergency',
  'suicidePrevention',
  'gpOnDuty',
  'outOfHours',
  'gp',
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

export const listedEntry = directoryEntry.extend({
  check: directoryCheck,
  /** What the crisis script points to stays. */
  removable: z.boolean(),
});
export type DirectoryEntry = z.infer<typeof listedEntry>;

/** What a practice adds itself: the numbers of the script are there from the start. */
export const newDirectoryEntry = directoryEntry
  .pick({ name: true, number: true, reach: true })
  .extend({ kind: directoryKind.extract(['gp', 'listening', 'local', 'victimSupport', 'other']) });

export type NewDirectoryEntry = z.infer<typeof newDirectoryEntry>;

/** A text that the practice received from 113; it is theirs, so this program has none of its own. */
export const triage = z.object({
  text: typedText.trim().max(6_000),
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
  /** What the practice says in words of its own, in the crisis script and the guide for lonely callers. */
  ownSentences: procedure('user').output(z.array(ownSentence)),
  /** Every sentence of both, in the order of the script, with who changed it. */
  sentences: procedure('manager').output(z.array(scriptSentence)),
  /** Other words, or a sentence more. What must name an emergency number goes on naming it. */
  rewordSentence: procedure('manager').input(sentenceWords).output(nothing),
  /** The words it came with; a sentence that was added goes. */
  restoreSentence: procedure('manager')
    .input(ownSentence.pick({ sentence: true }))
    .output(nothing),
  record: procedure('user')
    .input(concernRecord)
    .output(z.object({ concernId: id })),
  /** Keeps what is being added or corrected; with `done` the record is off the list of what is still to complete. */
  complete: procedure('user', { keeps: true })
    .input(z.object({ concernId: id, completion: concernCompletion, done: z.boolean() }))
    .output(nothing),
  /** Whom it was about, when that is known only later or was somebody else. */
  linkCaller: procedure('user')
    .input(z.object({ concernId: id, callerId: id }))
    .output(nothing),
  /** The worker's own records of today, newest first. */
  ownToday: procedure('user').output(z.array(concern)),
  detail: procedure('user')
    .input(z.object({ concernId: id }))
    .output(concern),
  /** Everything within its term, newest first; how much is over its term is only counted. */
  register: procedure('manager').output(
    z.object({
      concerns: z.array(concernLine.extend({ callerName: z.string().nullable(), isComplete: z.boolean() })),
      overTerm: z.number().int(),
    }),
  ),
  /** Telling a practitioner: what is chosen so far, and what was told before. */
  sharing: procedure('user')
    .input(z.object({ concernId: id }))
    .output(sharing),
  keepSharing: procedure('user', { keeps: true })
    .input(z.object({ concernId: id, form: shareForm }))
    .output(sharePreview),
  /** It was told, as it stands: never without a ground. */
  share: procedure('user')
    .input(z.object({ concernId: id, way: shareWay }))
    .errors({
      OBSTACLE: { message: 'Something stands in the way of telling it.', data: z.object({ obstacle: shareObstacle }) },
    })
    .output(z.object({ shareId: id })),
  shareDocument: procedure('user')
    .input(z.object({ shareId: id }))
    .output(documentFile),
  /**
   * Calls of concern with one caller, never among the incidents. What was found is for a manager and for whoever heard
   * it; a colleague sees that there was worry, who to ask, and who took over.
   */
  ofCaller: procedure('user')
    .input(z.object({ callerId: id }))
    .output(z.array(concernLine.extend({ finding: concernFinding.nullable() }))),
};
