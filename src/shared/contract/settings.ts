import { z } from 'zod';
import { nothing, procedure, requiredText } from './base.ts';

const drops = z.number().min(0).max(100);

/** The practice's own rule for breaks. No validated number exists, so every figure can be changed. */
export const bucketRule = z
  .object({
    /** Drops that an incident adds, by severity. */
    drops: z.object({ unpleasant: drops, serious: drops, verySerious: drops }),
    /** What the worker's own weight multiplies them by. */
    weights: z.object({ lighter: z.number().min(0).max(5), asItWas: z.literal(1), heavier: z.number().min(1).max(5) }),
    /** Drops that a call with somebody in crisis adds. */
    crisisDrops: drops,
    /** Drops that leak away in an hour at work. */
    leakPerHour: drops,
    /** Drops that leak away in a minute on a break. */
    leakPerBreakMinute: drops,
    /** From here the window suggests a break. */
    firstLine: z.number().min(0.1).max(100),
    /** From here it insists politely. */
    secondLine: z.number().min(0.1).max(100),
    breakMinutes: z.number().int().min(1).max(60),
    snoozeMinutes: z.number().int().min(1).max(60),
  })
  .refine((rule) => rule.secondLine > rule.firstLine, { path: ['secondLine'], error: 'secondLineAboveFirst' });
export type BucketRule = z.infer<typeof bucketRule>;

export const houseRules = z.object({
  bucket: bucketRule,
  /** For how many hours after an incident a colleague takes the caller's next call. */
  colleagueHours: z.number().int().min(0).max(720),
  /** Minutes without use after which the app locks. */
  idleLockMinutes: z.number().int().min(1).max(120),
});
export type HouseRules = z.infer<typeof houseRules>;

export const practice = z.object({ practiceName: requiredText, timeZone: z.string().min(1).max(60) });
export type Practice = z.infer<typeof practice>;

export const settings = {
  get: procedure('user').output(z.object({ practice, houseRules })),
  updatePractice: procedure('manager').input(practice).output(nothing),
  updateHouseRules: procedure('manager').input(houseRules).output(nothing),
};
