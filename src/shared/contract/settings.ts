import { z } from 'zod';
import { nothing, oneLine, procedure, requiredText } from './base.ts';
import { severity } from './incidentKinds.ts';

const drops = z.number().min(0).max(100);

const HOUR_IN_MINUTES = 60;

/** The practice's own rule for breaks. No validated number exists, so every figure can be changed. */
export const bucketRule = z
  .object({
    /** Drops that an incident adds, by severity. */
    drops: z.object({ unpleasant: drops, serious: drops, verySerious: drops }),
    /** What the worker's own weight multiplies them by. */
    weights: z.object({ lighter: z.number().min(0).max(1), asItWas: z.literal(1), heavier: z.number().min(1).max(5) }),
    /** Drops that a call of concern adds, by its kind. */
    distressDrops: z.object({ crisis: drops, lonely: drops }),
    /** Drops that leak away in an hour at work. */
    leakPerHour: drops,
    /** Drops that leak away in an hour of other work, away from the phone. */
    leakPerOtherWorkHour: drops,
    /** Drops that leak away in a minute on a break. */
    leakPerBreakMinute: z.number().min(0.01).max(100),
    /** Drops that a night's rest takes away; with 0 the next shift begins as full as the last one ended. */
    reliefPerNight: drops,
    /** From here the window suggests a break. */
    firstLine: z.number().min(0.1).max(100),
    /** From here it insists politely. */
    secondLine: z.number().min(0.1).max(100),
    breakMinutes: z.number().int().min(1).max(60),
    snoozeMinutes: z.number().int().min(1).max(60),
  })
  .refine((rule) => rule.secondLine > rule.firstLine, { path: ['secondLine'], error: 'secondLineAboveFirst' })
  .refine(({ drops: { unpleasant, serious } }) => serious >= unpleasant, {
    path: ['drops', 'serious'],
    error: 'notLessThanLighter',
  })
  .refine(({ drops: { serious, verySerious } }) => verySerious >= serious, {
    path: ['drops', 'verySerious'],
    error: 'notLessThanLighter',
  })
  .refine(({ leakPerOtherWorkHour, leakPerHour }) => leakPerOtherWorkHour >= leakPerHour, {
    path: ['leakPerOtherWorkHour'],
    error: 'notSlowerThanWork',
  })
  .refine(({ leakPerBreakMinute, leakPerHour }) => leakPerBreakMinute * HOUR_IN_MINUTES > leakPerHour, {
    path: ['leakPerBreakMinute'],
    error: 'fasterThanWork',
  })
  .refine(
    ({ leakPerBreakMinute, leakPerOtherWorkHour }) => leakPerBreakMinute * HOUR_IN_MINUTES > leakPerOtherWorkHour,
    {
      path: ['leakPerBreakMinute'],
      error: 'fasterThanWork',
    },
  );
export type BucketRule = z.infer<typeof bucketRule>;

const months = z.number().int().min(1).max(24);

/** The practice's own figures for warnings and bans. */
export const measuresRule = z.object({
  /** How long a first, a second and every later contact ban lasts. */
  banMonths: z.tuple([months, months, months]),
  /** Until so many months after a step, what happens again is a recurrence; so long a warning counts too. */
  recurrenceMonths: z.number().int().min(1).max(60),
  /** For how many days an incident waits among those to decide. */
  decideWithinDays: z.number().int().min(1).max(365),
});
export type MeasuresRule = z.infer<typeof measuresRule>;

/** From where a caller is noticed for calling often without a clear need; it says something, and decides nothing. */
export const frequencyRule = z.object({
  /** With fewer calls in seven days nobody is noticed. */
  callsAWeek: z.number().int().min(2).max(100),
  /** So many times what is usual for this caller. */
  timesOwnUsual: z.number().min(1).max(20),
  /** So many times what others who call do. */
  timesOthers: z.number().min(1).max(20),
});
export type FrequencyRule = z.infer<typeof frequencyRule>;

const weeks = z.number().int().min(1).max(26);

/** When aftercare is offered after an incident, and from which severity it begins by itself. */
export const aftercareRule = z
  .object({
    fromSeverity: severity,
    /** Within so many hours first support has been offered. */
    firstHours: z.number().int().min(1).max(24),
    /** Within so many hours there was a talk. */
    talkHours: z.number().int().min(24).max(240),
    secondWeeks: weeks,
    lastFromWeeks: weeks,
    lastUntilWeeks: weeks,
    /** So many weeks after a refused offer it is made again. */
    repeatWeeks: weeks,
  })
  .refine((rule) => rule.lastFromWeeks > rule.secondWeeks, { path: ['lastFromWeeks'], error: 'afterTheOneBefore' })
  .refine((rule) => rule.lastUntilWeeks >= rule.lastFromWeeks, {
    path: ['lastUntilWeeks'],
    error: 'afterTheOneBefore',
  });
export type AftercareRule = z.infer<typeof aftercareRule>;

/** How large a file with an incident may be, and all of them together. */
export const attachmentsRule = z.object({
  fileMegabytes: z.number().int().min(1).max(25),
  incidentMegabytes: z.number().int().min(1).max(200),
});
export type AttachmentsRule = z.infer<typeof attachmentsRule>;

export const houseRules = z.object({
  attachments: attachmentsRule,
  aftercare: aftercareRule,
  bucket: bucketRule,
  frequency: frequencyRule,
  measures: measuresRule,
  /** For how many hours after an incident a colleague takes the caller's next call. */
  colleagueHours: z.number().int().min(0).max(720),
  /** Minutes without use after which the app locks. */
  idleLockMinutes: z.number().int().min(1).max(120),
});
export type HouseRules = z.infer<typeof houseRules>;

export const practice = z.object({ practiceName: requiredText, timeZone: oneLine.min(1).max(60) });
export type Practice = z.infer<typeof practice>;

export const settings = {
  get: procedure('user').output(z.object({ practice, houseRules })),
  updatePractice: procedure('manager').input(practice).output(nothing),
  updateHouseRules: procedure('manager').input(houseRules).output(nothing),
};
