import { unlocked } from '../../procedures.ts';
import { verifyAudit } from '../../store/auditLog.ts';
import { lastAuditId } from '../../store/auditTail.ts';
import { readEntries } from './queries.ts';

export const audit = {
  list: unlocked.audit.list.handler(({ context: { database }, input: { limit, before } }) =>
    readEntries(database, limit, before),
  ),

  verify: unlocked.audit.verify.handler(async ({ context: { database } }) => {
    const lastId = await lastAuditId(database);
    const { entries, brokenAt } = await verifyAudit(database);
    // A chain that is whole but too short has lost its end.
    return { entries, brokenAt: brokenAt ?? (entries < lastId ? entries + 1 : null) };
  }),
};
