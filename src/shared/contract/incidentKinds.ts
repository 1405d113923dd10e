import { z } from 'zod';

/** What the caller did; several may apply. After the CBS/AZW taxonomy, in words of our own. */
export const behaviour = z.enum([
  'verbalAbuse',
  'insult',
  'threat',
  'intimidation',
  'discrimination',
  'sexualIntimidation',
  'harassment',
  'physical',
  'damage',
  'angryHangUp',
]);
export type Behaviour = z.infer<typeof behaviour>;

/** The product's own three-step scale. */
export const severity = z.enum(['unpleasant', 'serious', 'verySerious']);
export type Severity = z.infer<typeof severity>;

/** How heavy it was for the worker; only the worker's own bucket uses it. */
export const weight = z.enum(['lighter', 'asItWas', 'heavier']);
export type Weight = z.infer<typeof weight>;

/** What happened next. */
export const outcome = z.enum([
  'callEnded',
  'colleagueTookOver',
  'warned',
  'callerCalmed',
  'callerHungUp',
  'policeCalled',
  'other',
]);
export type Outcome = z.infer<typeof outcome>;

/** The cause as the worker saw it. */
export const cause = z.enum([
  'waiting',
  'unclearMailing',
  'refusedRequest',
  'noAppointment',
  'lateResult',
  'misunderstanding',
  'ourBehaviour',
  'unknown',
]);
export type Cause = z.infer<typeof cause>;

/** Optional: some trainers reject labels. */
export const aggressionKind = z.enum(['frustration', 'instrumental', 'illness', 'unknown']);
export type AggressionKind = z.infer<typeof aggressionKind>;

/** Where an incident stands with the managers. `needsCompleting`: something was asked of the reporter. */
export const incidentStatus = z.enum(['new', 'needsCompleting', 'reviewed', 'closed', 'duplicate']);
export type IncidentStatus = z.infer<typeof incidentStatus>;
