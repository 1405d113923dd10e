import type { Kysely, Selectable } from 'kysely';
import type { RequestOutcome } from '../../../../shared/contract/privacyRequests.ts';
import type { Schema } from '../../store/schema.ts';
import { insertRequest } from './requests.ts';
import { liftRestriction } from './restrictions.ts';

interface Answer {
  outcome: RequestOutcome;
  answer: string;
}

interface Acting {
  by: number;
  at: number;
  today: string;
}

/**
 * What follows from an answer. An objection that is right leads to erasure (GDPR, article 17, first paragraph, c), and
 * what was restricted meanwhile stays so until then; any other answer ends the restriction that waited for it.
 */
export async function carryOut(
  database: Kysely<Schema>,
  { id, kind, callerId, asked }: Selectable<Schema['privacyRequest']>,
  { outcome, answer }: Answer,
  { by, at, today }: Acting,
): Promise<void> {
  if (kind === 'objection' && outcome === 'done' && callerId !== null) {
    const open = { outcome: null, answeredBy: null, answeredAt: null } as const;
    const received = { receivedOn: today, recordedBy: by, recordedAt: at, extendedWhy: null };
    await insertRequest(database, { callerId, kind: 'erasure', ground: 'objected', asked, ...received, ...open });
    return;
  }
  await liftRestriction(database, 'requestId', id, { liftedBy: by, liftedAt: at, liftedReason: answer });
}
