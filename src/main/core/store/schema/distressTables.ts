import type { Generated } from 'kysely';
import type { Language } from '../../../../shared/contract/base.ts';
import type { Consent, ShareReceiver, ShareWay } from '../../../../shared/contract/concernSharing.ts';
import type {
  ConcernFinding,
  ConcernKind,
  DirectoryEntry,
  HandedOverTo,
} from '../../../../shared/contract/distress.ts';
import type { Flag } from './flag.ts';

/** Callers in distress, apart from incidents. */
export interface DistressTables {
  concern: {
    id: Generated<number>;
    callerId: number | null;
    userId: number;
    kind: ConcernKind;
    finding: ConcernFinding;
    handedOverTo: HandedOverTo;
    remark: string;
    occurredAt: number;
    demo: Generated<Flag>;
    takenOverBy: Generated<string>;
    /** The practice's clock, `14:05`, or empty. */
    takenOverAt: Generated<string>;
    completedAt: number | null;
    correctedAt: number | null;
    correctedBy: number | null;
  };
  /** What a practitioner was told about a call of concern; until `toldAt` a draft, from then on kept as it is. */
  concernShare: {
    id: Generated<number>;
    concernId: number;
    userId: number;
    consent: Consent | null;
    vitalInterest: Flag;
    reason: string;
    /** A list in JSON. */
    items: string;
    place: string;
    receiver: ShareReceiver | null;
    receiverName: string;
    savedAt: number;
    toldAt: number | null;
    way: ShareWay | null;
    /** In JSON. */
    sheet: string | null;
  };
  directoryEntry: {
    id: Generated<number>;
    /** The same in every language. */
    service: number;
    kind: DirectoryEntry['kind'];
    language: Language;
    name: string;
    number: string;
    reach: string;
    checkedOn: string | null;
    verified: Flag;
  };
  /** A version of the practice's own words for a sentence of the scripts; without words, that the starting ones are back. */
  scriptSentenceVersion: {
    id: Generated<number>;
    /** The step, the part and the number in it: `danger hint 1`. */
    sentence: string;
    version: number;
    nl: string;
    en: string;
    /** The starting words beside which these were chosen. */
    startingNl: string;
    startingEn: string;
    decidedBy: number;
    decidedAt: number;
  };
}
