import type { Generated } from 'kysely';
import type { Role } from '../../../../shared/contract/base.ts';
import type { Channel, Reason } from '../../../../shared/contract/channel.ts';
import type { HandOverKind } from '../../../../shared/contract/handOvers.ts';
import type { Flag } from './flag.ts';

/** Callers, what was noted of them and what was agreed with them. */
export interface CallerTables {
  caller: {
    id: Generated<number>;
    displayName: string;
    searchText: string;
    birthDate: string | null;
    generalPractitioner: string;
    /** Empty where the telephone list has it. */
    generalPractitionerNumber: Generated<string>;
    addressForm: string;
    spokenLanguage: string;
    checkFirst: string;
    postalAddress: Generated<string>;
    remark: string;
    lastContactAt: number;
    createdAt: number;
    demo: Generated<Flag>;
    /** May stand out now; whether it does, the measures, agreements and incidents say. */
    standsOut: Generated<Flag>;
  };
  callerNumber: {
    id: Generated<number>;
    callerId: number;
    /** As it is shown. */
    number: string;
    /** National digits without prefix, and the same backwards to search by last digits. */
    digits: string;
    reversedDigits: string;
  };
  /** Another card that became one with the kept one; gone when it was undone. */
  callerMerge: {
    id: Generated<number>;
    keptId: number;
    /** There is no caller with this id any more. */
    mergedId: number;
    mergedBy: number;
    mergedAt: number;
    /** What undoing needs beside the rows that went along, in JSON. */
    record: string;
  };
  callerMergeRow: { mergeId: number; tableName: string; columnName: string; rowId: number };
  callerSearch: { rowid: number; searchText: string };
  /** One row; the words of names stand in `callerWord`, which the index of names makes. */
  callerNameChange: { id: 1; changes: number };
  contact: {
    id: Generated<number>;
    callerId: number | null;
    userId: number;
    channel: Channel;
    reason: Reason | null;
    text: string;
    startedAt: number;
    savedAt: number;
    /** When a contact without a caller was linked to one later. */
    linkedAt: number | null;
    /** The draft that it was made of; null for what was noted before that was kept. */
    draftId: string | null;
    demo: Generated<Flag>;
  };
  /** How many contacts there are, kept by triggers; `hour` is whole hours since 1970 UTC. */
  contactCount: { hour: number; channel: Channel; userId: number; count: number };
  draft: { id: string; userId: number; content: string; startedAt: number; updatedAt: number };
  agreement: {
    id: Generated<number>;
    callerId: number;
    /** Who made it. */
    userId: number;
    callsPerWeek: number;
    startsOn: string;
    lastDay: string;
    reviewOn: string;
    reason: string;
    agreedWith: string;
    madeAt: number;
    endedAt: number | null;
    endedBy: number | null;
  };
  agreementMoment: { agreementId: number; weekday: number; fromTime: string; untilTime: string };
  exception: {
    id: Generated<number>;
    callerId: number;
    /** Who granted it. */
    userId: number;
    what: string;
    why: string;
    lastDay: string;
    grantedAt: number;
    endedAt: number | null;
    endedBy: number | null;
  };
  handOver: {
    id: Generated<number>;
    kind: HandOverKind;
    callerId: number | null;
    contactId: number;
    givenBy: number;
    /** A worker, or else a role. */
    toUserId: number | null;
    toRole: Role | null;
    dueAt: number;
    givenAt: number;
    doneBy: number | null;
    doneAt: number | null;
    /** When the giver saw that it was done. */
    seenAt: number | null;
  };
}
