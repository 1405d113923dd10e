import type { Generated } from 'kysely';
import type { AftercareOutcome, AftercareStep, Withdrawal } from '../../../../shared/contract/aftercare.ts';
import type { AttachmentKind } from '../../../../shared/contract/attachments.ts';
import type { Language } from '../../../../shared/contract/base.ts';
import type { Channel } from '../../../../shared/contract/channel.ts';
import type {
  AggressionKind,
  Behaviour,
  Cause,
  Outcome,
  Severity,
  Weight,
} from '../../../../shared/contract/incidentKinds.ts';
import type { IncidentChange } from '../../../../shared/contract/incidents.ts';
import type { SentWay } from '../../../../shared/contract/letters.ts';
import type { LetterKind } from '../../../../shared/contract/letterTexts.ts';
import type { BannableChannel, BanScope, ReplacedAs, Step } from '../../../../shared/contract/measureDecision.ts';
import type { ObjectionOutcome, ToldWay } from '../../../../shared/contract/measures.ts';
import type { TextSource } from '../../../../shared/contract/policeReports.ts';
import type { Flag } from './flag.ts';

/** Incidents, and what follows one for the worker and for the caller. */
export interface IncidentTables {
  incident: {
    id: Generated<number>;
    callerId: number | null;
    contactId: number | null;
    /** The draft that was open when it was recorded, until that becomes a contact. */
    draftId: string | null;
    userId: number;
    channel: Channel;
    severity: Severity;
    weight: Weight;
    cause: Cause | null;
    aggressionKind: AggressionKind | null;
    words: string;
    account: string;
    witnesses: string;
    occurredAt: number;
    completedAt: number | null;
    reviewedAt: number | null;
    reviewedBy: number | null;
    reviewNote: string | null;
    feedbackReadAt: number | null;
    /** When an incident without a caller was linked to one later. */
    linkedAt: number | null;
    /** The incident that this is a second record of; `countedIncidents` leaves it out of every figure. */
    duplicateOfId: number | null;
    /** What a manager asked the reporter to add; answered when it is completed again. */
    question: string | null;
    questionAt: number | null;
    questionBy: number | null;
    closedAt: number | null;
    closedBy: number | null;
    demo: Generated<Flag>;
  };
  /** One for each worker who met an incident, or who asked for it; what is due is the rule's to say. */
  aftercare: {
    id: Generated<number>;
    /** Null when a worker asked after a call with worries: nothing here says which. */
    incidentId: number | null;
    userId: number;
    /** When its clock began: when it was recorded, or when the worker asked. */
    startedAt: number;
    requested: Flag;
    closedAt: number | null;
    closedBy: number | null;
    /** Why the program took it back; null when it runs or somebody ended it. */
    withdrawn: Withdrawal | null;
  };
  aftercareOffer: {
    id: Generated<number>;
    aftercareId: number;
    step: AftercareStep;
    offeredBy: number;
    offeredAt: number;
    agreed: Generated<string>;
    /** When the worker said yes to it. */
    acceptedAt: number | null;
    outcome: AftercareOutcome | null;
    answeredAt: number | null;
  };
  incidentBehaviour: { incidentId: number; behaviour: Behaviour };
  incidentOutcome: { incidentId: number; outcome: Outcome };
  attachment: {
    id: Generated<number>;
    incidentId: number;
    name: string;
    kind: AttachmentKind;
    type: string;
    bytes: number;
    addedBy: number;
    addedAt: number;
    /** Null while parts of it are still on their way. */
    wholeAt: number | null;
    removedBy: number | null;
    removedAt: number | null;
    removedReason: Generated<string>;
  };
  attachmentPart: { attachmentId: number; place: number; content: Uint8Array };
  /** A colleague who met an incident besides whoever reported it. */
  incidentWorker: { incidentId: number; userId: number; weight: Generated<Weight>; feedbackReadAt: number | null };
  /** A colleague who saw or heard it. */
  incidentWitness: { incidentId: number; userId: number };
  /** What an incident was until it was changed; triggers keep it as it is. */
  incidentVersion: {
    id: Generated<number>;
    incidentId: number;
    /** The caller in the facts: a column, so that it follows when two callers become one. */
    callerId: number | null;
    /** The other facts, in JSON. */
    facts: string;
    replacedAt: number;
    replacedBy: number;
    how: IncidentChange['how'];
    why: string;
  };
  measure: {
    id: Generated<number>;
    callerId: number;
    step: Step;
    reason: string;
    decidedBy: number;
    decidedAt: number;
    /** Null for a step without a period. */
    fromDay: string | null;
    lastDay: string | null;
    reviewDay: string | null;
    reviewedAt: number | null;
    reviewedBy: number | null;
    scope: Generated<BanScope>;
    scopeName: Generated<string>;
    staysOpen: Generated<string>;
    /** The ban that this one took the place of, and as what. */
    replacesId: number | null;
    replacesAs: ReplacedAs | null;
    /** Before when the person must have heard of it; null for a step they need not hear of. */
    answerBefore: number | null;
    /** When another ban took its place. */
    replacedAt: number | null;
    liftedAt: number | null;
    liftedBy: number | null;
    liftedReason: string | null;
    outcome: Generated<string>;
    demo: Generated<Flag>;
  };
  measureChannel: { measureId: number; channel: BannableChannel };
  measureIncident: { measureId: number; incidentId: number };
  /** Incidents after which a manager decided that no step follows. */
  leftUndecided: { incidentId: number; userId: number; reason: string; at: number; tell: Generated<Flag> };
  /** That a caller was told of an incident or a decision. */
  told: {
    id: Generated<number>;
    callerId: number;
    measureId: number | null;
    way: ToldWay;
    toldOn: string;
    toldBy: number;
    recordedBy: number;
    recordedAt: number;
  };
  objection: {
    id: Generated<number>;
    measureId: number;
    receivedOn: string;
    text: string;
    recordedBy: number;
    recordedAt: number;
    outcome: ObjectionOutcome | null;
    answer: string | null;
    answeredBy: number | null;
    answeredAt: number | null;
  };
  letterTemplate: {
    kind: LetterKind;
    language: Language;
    subject: string;
    text: string;
    changedAt: number;
    changedBy: number;
  };
  letter: {
    id: Generated<number>;
    /** A letter is about one of these two. */
    measureId: number | null;
    agreementId: number | null;
    kind: LetterKind;
    language: Language;
    subject: string;
    recipient: string;
    text: string;
    savedAt: number;
    /** From here on a trigger keeps it as it is. */
    finalAt: number | null;
    finalBy: number | null;
    /** The letter as it stands on paper, in JSON. */
    sheet: string | null;
    replacesId: number | null;
    sentOn: string | null;
    sentWay: SentWay | null;
  };
  /** Free texts that a manager read through for medical facts, each as it stood then. */
  reviewedText: {
    measureId: number;
    source: TextSource;
    sourceId: number;
    fingerprint: string;
    reviewedAt: number;
    reviewedBy: number;
  };
  /** A dossier for the police, in JSON as it stands on paper. */
  policeDossier: { id: Generated<number>; measureId: number; madeAt: number; madeBy: number; sheet: string };
  policeReport: { measureId: number; reportedOn: string | null; reportNumber: string; policeContact: string };
}
