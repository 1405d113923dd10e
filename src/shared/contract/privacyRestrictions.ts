import { z } from 'zod';
import { id, instant, nothing, procedure, typedText } from './base.ts';

/** Why what is kept of somebody may be kept and no more (GDPR, article 18, first paragraph). */
export const restrictionGround = z.enum(['accuracy', 'unlawful', 'claim', 'objection']);
export type RestrictionGround = z.infer<typeof restrictionGround>;

export const restriction = z.object({
  id,
  callerId: id,
  callerName: z.string(),
  ground: restrictionGround,
  reason: z.string(),
  setAt: instant,
  setByName: z.string(),
});
export type Restriction = z.infer<typeof restriction>;

const words = typedText.trim().min(1).max(2_000);

export const privacyRestrictions = {
  /** Those in force, the newest first. */
  restrictions: procedure('manager').output(z.array(restriction)),
  /** Restricts what is kept of the caller of a request; one for nothing else is answered by it. */
  restrict: procedure('manager')
    .input(z.object({ requestId: id, ground: restrictionGround, reason: words }))
    .errors({ RESTRICTED_ALREADY: { message: 'It is restricted already.' } })
    .output(nothing),
  liftRestriction: procedure('manager')
    .input(z.object({ restrictionId: id, reason: words }))
    .output(nothing),
};
