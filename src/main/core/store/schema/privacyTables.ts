import type { Generated } from 'kysely';
import type { Channel } from '../../../../shared/contract/channel.ts';
import type { RetentionKind } from '../../../../shared/contract/privacy.ts';
import type { Rectification } from '../../../../shared/contract/privacyRectification.ts';
import type {
  ErasureGround,
  OthersTold,
  RequestKind,
  RequestOutcome,
} from '../../../../shared/contract/privacyRequests.ts';
import type { RestrictionGround } from '../../../../shared/contract/privacyRestrictions.ts';
import type { PastCount } from '../../rules/pastCounts.ts';

/** How long things are kept, and what is left of what went. */
export interface PrivacyTables {
  /** The newest of a kind counts; without one the standard does. */
  retentionTerm: {
    id: Generated<number>;
    kind: RetentionKind;
    months: number;
    reason: string;
    setBy: number | null;
    setAt: number;
  };
  retentionRun: {
    id: Generated<number>;
    startedAt: number;
    /** Null when the program did it by itself. */
    startedBy: number | null;
    endedAt: number | null;
    outcome: 'whole' | 'stopped' | null;
    /** How many of each kind, in JSON; kept with every part that is erased. */
    counts: string;
  };
  /** What somebody asked about what is kept of them; without the caller once they were erased. */
  privacyRequest: {
    id: Generated<number>;
    callerId: number | null;
    /** A worker who left, when it is about one. */
    userId: Generated<number | null>;
    kind: RequestKind;
    receivedOn: string;
    asked: string;
    ground: ErasureGround | null;
    recordedBy: number;
    recordedAt: number;
    /** Why it takes two months more; null while it does not. */
    extendedWhy: string | null;
    outcome: RequestOutcome | null;
    answer: Generated<string>;
    /** What the caller says of what was not put right. */
    statement: Generated<string>;
    /** Whether whoever got the data before was told that it was put right. */
    othersTold: Generated<OthersTold | null>;
    othersNote: Generated<string>;
    /** Where the name was left in texts about others, in JSON. */
    leftStanding: Generated<string>;
    answeredBy: number | null;
    answeredAt: number | null;
  };
  /** What was changed because of a request, without what stood there. */
  rectification: {
    id: Generated<number>;
    requestId: number;
    record: Rectification['record'];
    happenedAt: number | null;
    /** The names of the fields, in JSON. */
    fields: string;
    changedBy: number;
    changedAt: number;
  };
  /** Callers whose data may be kept and no more; in force until it is lifted. */
  restriction: {
    id: Generated<number>;
    callerId: number;
    requestId: number | null;
    ground: RestrictionGround;
    reason: string;
    setBy: number;
    setAt: number;
    liftedBy: number | null;
    liftedAt: number | null;
    liftedReason: string | null;
  };
  /** How many contacts are gone, beside `contactCount` of those that are there; without the worker. */
  pastContact: { hour: number; channel: Channel; count: number };
  pastIncident: PastCount;
}
