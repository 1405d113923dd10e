import type { AuditNarrowing } from '../../../../shared/contract/audit.ts';
import { actionsOf } from '../../rules/auditKind.ts';
import type { LogNarrowing } from '../../store/auditNarrowing.ts';

/** What was chosen, as the store looks for it. */
export function narrowingOf(
  { kind, userId, callerId }: AuditNarrowing,
  { from, until }: Pick<LogNarrowing, 'from' | 'until'>,
): LogNarrowing {
  return { userId, callerId, from, until, actions: kind && actionsOf(kind) };
}
