import { z } from 'zod';
import { day, id, nothing, procedure, requiredText, shortText } from './base.ts';

export const trainingKind = z.enum(['aggression', 'conversation', 'crisis', 'firstAid', 'privacy', 'other']);
export type TrainingKind = z.infer<typeof trainingKind>;

export const trainingDetails = z.object({
  name: requiredText,
  kind: trainingKind,
  /** Null for one that is followed once and for all. */
  validMonths: z.number().int().min(1).max(240).nullable(),
});
export type TrainingDetails = z.infer<typeof trainingDetails>;

/** Whether it is to be followed again: not yet, soon, or it should have been. */
export const renewalState = z.enum(['valid', 'soon', 'overdue']);
export type RenewalState = z.infer<typeof renewalState>;

/** That somebody followed a training. */
export const trainingRecord = z.object({
  id,
  doneOn: day,
  /** The number of the certificate, or where it lies. */
  certificate: z.string(),
  /** Null when it stays valid. */
  renewBy: day.nullable(),
  state: renewalState,
});
export type TrainingRecord = z.infer<typeof trainingRecord>;

/** How somebody of the team stands with a training: the last time they followed it, if ever. */
export const trainee = z.object({ userId: id, name: z.string(), latest: trainingRecord.nullable() });
export type Trainee = z.infer<typeof trainee>;

export const training = trainingDetails.extend({
  id,
  /** Given no more: nobody is reminded of it. */
  retired: z.boolean(),
  trainees: z.array(trainee),
});
export type Training = z.infer<typeof training>;

export const newTrainingRecord = z.object({
  trainingId: id,
  userIds: z.array(id).min(1).max(100),
  doneOn: day,
  certificate: shortText,
  /** What the certificate says; else it follows from how long the training stays valid. */
  renewBy: day.nullable(),
});
export type NewTrainingRecord = z.infer<typeof newTrainingRecord>;

export const ownTraining = trainingRecord.extend({
  name: z.string(),
  kind: trainingKind,
  /** Whether it is the last time; what came before needs no renewal. */
  latest: z.boolean(),
});
export type OwnTraining = z.infer<typeof ownTraining>;

export const trainings = {
  /** Every training with how each of the team stands, and of how many the renewal is due. */
  register: procedure('manager').output(z.object({ trainings: z.array(training), due: z.number().int() })),
  add: procedure('manager')
    .input(trainingDetails)
    .output(z.object({ trainingId: id })),
  update: procedure('manager')
    .input(z.object({ trainingId: id, details: trainingDetails, retired: z.boolean() }))
    .output(nothing),
  record: procedure('manager').input(newTrainingRecord).output(nothing),
  /** For what was noted by mistake. */
  removeRecord: procedure('manager')
    .input(z.object({ recordId: id }))
    .output(nothing),
  /** The worker's own, the newest first. */
  own: procedure('user').output(z.array(ownTraining)),
};
