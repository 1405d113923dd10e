import { unlocked } from '../../procedures.ts';
import { verifyAudit } from '../../store/auditLog.ts';
import { lastAuditId } from '../../store/auditTail.ts';

export const audit = {
  list: unlocked.audit.list.handler(async ({ context: { database }, input }) => {
    let query = database
      .selectFrom('auditEntry')
      .leftJoin('user', 'user.id', 'auditEntry.userId')
      .select(['auditEntry.id', 'auditEntry.at', 'user.name as userName', 'auditEntry.role', 'auditEntry.action'])
      .select('auditEntry.subject')
      .orderBy('auditEntry.id', 'desc')
      .limit(input.limit);
    if (input.before !== null) query = query.where('auditEntry.id', '<', input.before);
    return query.execute();
  }),

  verify: unlocked.audit.verify.handler(async ({ context: { database } }) => {
    const lastId = await lastAuditId(database);
    const { entries, brokenAt } = await verifyAudit(database);
    // A chain that is whole but too short has lost its end.
    return { entries, brokenAt: brokenAt ?? (entries < lastId ? entries + 1 : null) };
  }),
};
