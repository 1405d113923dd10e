import { z } from 'zod';
import { id, instant, procedure, role } from './base.ts';

/** What somebody looks for in the log. */
export const auditKind = z.enum(['seen', 'changed', 'exported', 'access', 'arranged', 'kept']);
export type AuditKind = z.infer<typeof auditKind>;

export const auditEntry = z.object({
  id,
  at: instant,
  userName: z.string().nullable(),
  role: role.nullable(),
  action: z.string(),
  subject: z.string().nullable(),
});

export const audit = {
  list: procedure('manager')
    .input(z.object({ before: id.nullable(), limit: z.number().int().min(1).max(200) }))
    .output(z.array(auditEntry)),
  /** Recomputes the chain of hashes; `brokenAt` is the first entry that does not follow from the one before. */
  verify: procedure('manager').output(z.object({ entries: z.number().int(), brokenAt: id.nullable() })),
};
