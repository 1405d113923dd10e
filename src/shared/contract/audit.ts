import { z } from 'zod';
import { day, id, instant, nothing, procedure, role } from './base.ts';

/** What somebody looks for in the log. */
export const auditKind = z.enum(['seen', 'changed', 'exported', 'access', 'arranged', 'kept']);
export type AuditKind = z.infer<typeof auditKind>;

/** Whose doings, what kind of them, and about whom; what is left out narrows nothing. */
export const auditNarrowing = z.object({ userId: id, kind: auditKind, callerId: id }).partial();
export type AuditNarrowing = z.infer<typeof auditNarrowing>;

export const auditEntry = z.object({
  id,
  at: instant,
  userName: z.string().nullable(),
  role: role.nullable(),
  action: z.string(),
  subject: z.string().nullable(),
  /** The name of whom it is about, where that person is still there; the log itself has numbers only. */
  about: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

export const auditVerdict = z.object({
  entries: z.number().int(),
  /** The first entry that was changed, that is gone, or that follows one that is gone. */
  brokenAt: id.nullable(),
  /** When the log lacked its end at an unlock, because an older copy of the store had taken its place. */
  shorter: z.array(instant),
  backups: z.object({
    read: z.number().int(),
    /** This key does not open them. */
    unread: z.number().int(),
    /** When those were made that end with an entry that the log does not have. */
    differing: z.array(instant),
  }),
});
export type AuditVerdict = z.infer<typeof auditVerdict>;

export const audit = {
  /** The newest first; asking for another narrowing, or from the newest on, is logged itself. */
  list: procedure('manager')
    .input(
      z.object({
        before: id.nullable(),
        limit: z.number().int().min(1).max(200),
        only: auditNarrowing.extend({ from: day.optional(), lastDay: day.optional() }).default({}),
      }),
    )
    .output(z.array(auditEntry)),
  /** Recomputes the chain of hashes, and lays the backups beside it; on another thread. */
  verify: procedure('manager')
    .errors({
      BUSY: { message: 'The log is being checked already.' },
      CANCELLED: { message: 'The check was stopped.' },
    })
    .output(auditVerdict),
  /** Null while nothing is being checked. */
  progress: procedure('manager').output(z.object({ done: z.number().int(), total: z.number().int() }).nullable()),
  cancel: procedure('manager').output(nothing),
};
