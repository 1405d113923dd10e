import { sql } from 'kysely';
import { retentionKind } from '../../../../../shared/contract/privacy.ts';
import { concernsCollector } from '../../distress/keptConcerns.ts';
import { restrictedRows } from '../restrictions.ts';
import { agreementsCollector, exceptionsCollector } from './arrangements.ts';
import { auditCollector } from './audit.ts';
import { callersCollector } from './callers.ts';
import { type Collector, plainCollector } from './collector.ts';
import { contactsCollector } from './contacts.ts';
import { incidentsCollector, toldCollector } from './incidents.ts';
import { measuresCollector } from './measures.ts';
import { absencesCollector, coachingCollector, formerWorkersCollector, turnsCollector } from './team.ts';

const all: readonly Collector[] = [
  measuresCollector,
  incidentsCollector,
  toldCollector,
  contactsCollector,
  concernsCollector,
  agreementsCollector,
  exceptionsCollector,
  plainCollector('aftercare', 'aftercare', 'startedAt'),
  plainCollector('unfinished', 'draft', 'updatedAt'),
  plainCollector('unfinished', 'unfinished', 'keptAt'),
  plainCollector('unfinished', 'attachment', 'addedAt', sql`wholeAt is null`),
  plainCollector('requests', 'privacyRequest', 'answeredAt'),
  plainCollector('merges', 'callerMerge', 'mergedAt'),
  absencesCollector,
  coachingCollector,
  turnsCollector,
  formerWorkersCollector,
  auditCollector,
  callersCollector,
];

/** The same collector, but what is about somebody whose data is restricted stays. */
const heldWhileRestricted = (collector: Collector): Collector => ({
  ...collector,
  async candidates(walk, ...where) {
    const found = await collector.candidates(walk, ...where);
    const restricted = await restrictedRows(walk.database, collector.table);
    return found.map((one) => (restricted.has(one.id) ? { ...one, keptBy: 'restricted' as const } : one));
  },
});

/** In the order in which they erase: nothing goes before what rests on it. */
export const collectors: readonly Collector[] = retentionKind.options.flatMap((kind) =>
  all.filter((collector) => collector.kind === kind).map(heldWhileRestricted),
);
