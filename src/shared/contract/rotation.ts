import { z } from 'zod';
import { day, id, nothing, procedure } from './base.ts';

/** Duties of which a part of the day needs so many people. */
export const staffedDuty = z.enum(['urgentLine', 'phone', 'desk']);
export type StaffedDuty = z.infer<typeof staffedDuty>;

/** `otherWork`: whoever is not needed at one of the others. */
export const duty = z.enum([...staffedDuty.options, 'otherWork']);
export type Duty = z.infer<typeof duty>;

export const partOfDay = z.enum(['morning', 'afternoon']);
export type PartOfDay = z.infer<typeof partOfDay>;

const people = z.number().int().min(0).max(20);

/** How the practice wants its rotation. */
export const rotationRule = z.object({
  needed: z.object({ urgentLine: people, phone: people, desk: people }),
  /** Nobody has this one twice in a row when it can be avoided. */
  heaviest: staffedDuty,
  /** Who takes no turns. */
  leftOut: z.array(id).max(200),
});
export type RotationRule = z.infer<typeof rotationRule>;

export const turn = z.object({ day, part: partOfDay, userId: id, duty });
export type Turn = z.infer<typeof turn>;

export const rotationWeek = z.object({
  monday: z.iso.date(),
  /** The working days of the week; that of the last day somebody can mean ends after it. */
  days: z.array(z.iso.date()),
  people: z.array(z.object({ userId: id, name: z.string(), takesPart: z.boolean() })),
  turns: z.array(turn),
  absences: z.array(z.object({ day: z.iso.date(), userId: id })),
  rule: rotationRule,
  /** Duties that somebody who is there all week has at least twice more than another. */
  uneven: z.array(duty),
  /** Whether a part of it is still to come. */
  isToCome: z.boolean(),
});
export type RotationWeek = z.infer<typeof rotationWeek>;

export const rotation = {
  /** The week a day is in; without a day this week, and at the weekend the next. */
  week: procedure('manager')
    .input(z.object({ date: day.nullable() }))
    .output(rotationWeek),
  /** Fills what is still to come of a week in turns, in place of what stood there. */
  propose: procedure('manager')
    .input(z.object({ date: day }))
    .output(nothing),
  /** Gives somebody a duty for a part of a day, or none. */
  assign: procedure('manager')
    .input(z.object({ day, part: partOfDay, userId: id, duty: duty.nullable() }))
    .output(nothing),
  setRule: procedure('manager').input(rotationRule).output(nothing),
  /** The worker's own duties from today on. */
  own: procedure('user').output(z.object({ today: day, turns: z.array(z.object({ day, part: partOfDay, duty })) })),
};
