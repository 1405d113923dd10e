import { pruneAudit } from '../../../store/auditLog.ts';
import { readOldest } from '../../audit/queries.ts';
import { type Collector, numbersOf } from './collector.ts';

/** Entries of the audit log go from its beginning only: the chain has no gaps. */
export const auditCollector: Collector = {
  kind: 'auditLog',
  table: 'auditEntry',
  // Each batch leaves an entry itself.
  atOnce: 1000,
  async candidates({ database }, before, after, limit) {
    const next = await readOldest(database, Number(after?.id ?? 0), limit);
    const younger = next.findIndex(({ since }) => since >= before);
    return (younger === -1 ? next : next.slice(0, younger)).map((entry) => ({ ...entry, keptBy: null }));
  },
  erase: ({ database, now }, ids) => pruneAudit(database, Math.max(...numbersOf(ids)), now),
};
