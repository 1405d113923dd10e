import { z } from 'zod';
import { id, instant, language, nothing, password, procedure, requiredText, role, weekday } from './base.ts';

/** What somebody does or where, in the practice's own words; may be empty. */
const work = z.string().trim().max(60);

/** On which days of the week somebody works; what is meant for them waits for one of those. */
export const workingDays = z.array(weekday).min(1).max(7);
export const usualWorkingDays: readonly number[] = [1, 2, 3, 4, 5];

/** A function, or a department: by what a team is told apart. */
export const groupKind = z.enum(['function', 'department']);
export type GroupKind = z.infer<typeof groupKind>;

export const groupName = work.min(1);

export const teamGroup = z.object({
  id,
  kind: groupKind,
  name: z.string(),
  /** Offered no more; whoever has it keeps it, and what was counted by it stays. */
  retired: z.boolean(),
  /** How many who can unlock the app have it. */
  members: z.number().int(),
});
export type TeamGroup = z.infer<typeof teamGroup>;

export const teamMember = z.object({
  id,
  name: z.string(),
  role,
  /** Such as receptionist or doctor's assistant. */
  function: work,
  department: work,
  workingDays,
  language,
  active: z.boolean(),
  createdAt: instant,
});
export type TeamMember = z.infer<typeof teamMember>;

export const newTeamMember = z.object({
  name: requiredText,
  role,
  function: work.default(''),
  department: work.default(''),
  workingDays: workingDays.default([...usualWorkingDays]),
  language,
  password,
});

export const memberDetails = z.object({
  name: requiredText,
  role,
  function: work,
  department: work,
  /** Left out: as they were. */
  workingDays: workingDays.optional(),
});

const nameTaken = { NAME_TAKEN: { message: 'There already is somebody with this name.' } };
const groupTaken = { NAME_TAKEN: { message: 'There already is one with this name.' } };
const lastManager = { LAST_MANAGER: { message: 'There must be one manager.' } };

/** Who can do what after a backup or an older store took the place, until a manager has looked at it. */
export const accessToCheck = z.object({
  putBackAt: instant,
  /** They can unlock the app. */
  withAccess: z.array(z.string()),
  /** On the team as it was then, and without a key: their access was taken away since, or it was never finished. */
  withoutKey: z.array(z.string()),
  /** They have a key and are not on the team as it was then: they came later. */
  notInStore: z.array(z.string()),
});
export type AccessToCheck = z.infer<typeof accessToCheck>;

export const team = {
  /** Null when nothing was put back, or a manager said that it is right. */
  access: procedure('manager').output(accessToCheck.nullable()),
  confirmAccess: procedure('manager').output(nothing),
  list: procedure('manager').output(z.array(teamMember)),
  add: procedure('manager')
    .input(newTeamMember)
    .errors(nameTaken)
    .output(z.object({ userId: id })),
  update: procedure('manager')
    .input(z.object({ userId: id, details: memberDetails }))
    .errors({ ...nameTaken, ...lastManager })
    .output(nothing),
  /** Gives a colleague who forgot theirs a new password; one's own is changed with the old one. */
  setPassword: procedure('manager')
    .input(z.object({ userId: id, password }))
    .output(nothing),
  /** Takes away the worker's key: their password opens nothing any more. Of one's own it locks the app. */
  remove: procedure('manager', { locks: true })
    .input(z.object({ userId: id }))
    .errors(lastManager)
    .output(nothing),
  /** By kind and name. */
  groups: procedure('manager').output(z.array(teamGroup)),
  addGroup: procedure('manager')
    .input(z.object({ kind: groupKind, name: groupName }))
    .errors(groupTaken)
    .output(nothing),
  /** The new name stands wherever the old one did, also in questionnaires that are over. */
  renameGroup: procedure('manager')
    .input(z.object({ groupId: id, name: groupName }))
    .errors(groupTaken)
    .output(nothing),
  setGroupRetired: procedure('manager')
    .input(z.object({ groupId: id, retired: z.boolean() }))
    .output(nothing),
};
