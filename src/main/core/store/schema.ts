import type { Generated } from 'kysely';
import type { AftercareOutcome, AftercareStep } from '../../../shared/contract/aftercare.ts';
import type { AttachmentKind } from '../../../shared/contract/attachments.ts';
import type { Language, Role, Theme } from '../../../shared/contract/base.ts';
import type { BreakKind } from '../../../shared/contract/breaks.ts';
import type { Channel, Reason } from '../../../shared/contract/channel.ts';
import type { Consent, ShareReceiver, ShareWay } from '../../../shared/contract/concernSharing.ts';
import type { ConcernFinding, ConcernKind, DirectoryEntry, HandedOverTo } from '../../../shared/contract/distress.ts';
import type { HandOverKind } from '../../../shared/contract/handOvers.ts';
import type {
  AggressionKind,
  Behaviour,
  Cause,
  Outcome,
  Severity,
  Weight,
} from '../../../shared/contract/incidentKinds.ts';
import type { IncidentChange } from '../../../shared/contract/incidents.ts';
import type { SentWay } from '../../../shared/contract/letters.ts';
import type { LetterKind } from '../../../shared/contract/letterTexts.ts';
import type {
  BannableChannel,
  BanScope,
  ObjectionOutcome,
  ReplacedAs,
  Step,
  ToldWay,
} from '../../../shared/contract/measures.ts';
import type { PhraseKind } from '../../../shared/contract/phrases.ts';
import type { TextSource } from '../../../shared/contract/policeReports.ts';
import type { CheckItem } from '../../../shared/contract/prevention.ts';
import type { Duty, PartOfDay } from '../../../shared/contract/rotation.ts';
import type { TrainingKind } from '../../../shared/contract/trainings.ts';
import type { TrendEventKind } from '../../../shared/contract/trends.ts';

/** 0 or 1: SQLite has no booleans. */
export type Flag = 0 | 1;

/** Instants are whole milliseconds since 1970 UTC; days are `2026-11-21`; ids count up. */
export interface Schema {
  setting: { key: string; value: string };
  user: {
    id: Generated<number>;
    name: string;
    role: Role;
    language: Language;
    theme: Theme;
    active: Flag;
    createdAt: number;
    demo: Generated<Flag>;
    /** What they do and where, in the practice's own words; may be empty. */
    function: Generated<string>;
    department: Generated<string>;
  };
  caller: {
    id: Generated<number>;
    displayName: string;
    searchText: string;
    birthDate: string | null;
    generalPractitioner: string;
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
    demo: Generated<Flag>;
  };
  /** How many contacts there are, kept by triggers; `hour` is whole hours since 1970 UTC. */
  contactCount: { hour: number; channel: Channel; userId: number; count: number };
  draft: { id: string; userId: number; content: string; startedAt: number; updatedAt: number };
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
  /** One for each worker who met an incident; what is due is the rule's to say. */
  aftercare: {
    id: Generated<number>;
    incidentId: number;
    userId: number;
    /** When its clock began: when it was recorded, or when the worker asked. */
    startedAt: number;
    requested: Flag;
    closedAt: number | null;
    closedBy: number | null;
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
  absence: {
    id: Generated<number>;
    userId: number;
    firstDay: string;
    lastDay: string;
    recordedBy: number;
    recordedAt: number;
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
  breakEvent: {
    id: Generated<number>;
    userId: number;
    kind: BreakKind | 'snooze';
    startedAt: number;
    endedAt: number | null;
    /** The note that was open when it began, while it lasts. */
    draftId: string | null;
  };
  /** When a worker used the program; read for that worker's own bucket and for nothing else. */
  workSpan: { id: Generated<number>; userId: number; startedAt: number; endedAt: number };
  /** A worker who erased the tally: what happened before does not count. */
  bucketStart: { userId: number; countsFrom: number };
  /** Totals of a team in a week that is over, as they may be told; null where too few people are in it. */
  breakWeek: { monday: string; breaks: number | null; prompts: number | null };
  takeOverRequest: {
    id: Generated<number>;
    userId: number;
    /** A colleague, or the team lead when null. */
    askedOf: number | null;
    askedAt: number;
    answeredAt: number | null;
    answeredBy: number | null;
    takesOver: Flag | null;
  };
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
  /** What a practitioner was told about a contact of concern; until `toldAt` a draft, from then on kept as it is. */
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
  phrase: {
    id: Generated<number>;
    kind: PhraseKind;
    nl: string;
    en: string;
    /** The words it came with; null for one that was made here. */
    startingNl: string | null;
    startingEn: string | null;
    /** Whose own it is; null for the whole practice. */
    userId: number | null;
    hidden: Generated<Flag>;
  };
  /** What the practice does differently because of a trend. */
  improvement: {
    id: Generated<number>;
    what: string;
    why: string;
    cause: Cause | null;
    who: string;
    dueOn: string | null;
    doneOn: string | null;
    addedBy: number;
    addedAt: number;
  };
  /** That somebody looked at a point of the check-list. */
  checkLook: {
    id: Generated<number>;
    item: CheckItem;
    lookedOn: string;
    note: string;
    nextOn: string | null;
    userId: number;
    at: number;
  };
  /** A version of a text that the practice decided on, or took out of sight. */
  houseRuleVersion: {
    id: Generated<number>;
    document: string;
    version: number;
    titleNl: string;
    textNl: string;
    titleEn: string;
    textEn: string;
    note: string;
    withdrawn: Generated<Flag>;
    decidedBy: number;
    decidedAt: number;
  };
  houseRuleReading: { document: string; version: number; userId: number; readAt: number };
  favouritePhrase: { userId: number; phraseId: number };
  /** What somebody was typing in a form. */
  unfinished: {
    id: Generated<number>;
    userId: number;
    form: string;
    callerId: number | null;
    content: string;
    keptAt: number;
  };
  training: {
    id: Generated<number>;
    name: string;
    kind: TrainingKind;
    validMonths: number | null;
    retired: Generated<Flag>;
  };
  trainingRecord: {
    id: Generated<number>;
    trainingId: number;
    userId: number;
    doneOn: string;
    certificate: string;
    renewBy: string | null;
    recordedBy: number;
    recordedAt: number;
  };
  coachingMoment: {
    id: Generated<number>;
    userId: number;
    coachId: number;
    subject: string;
    onDay: string;
    held: Generated<Flag>;
    /** What was agreed to do next, by when, and whether the worker says it is done. */
    agreed: Generated<string>;
    agreedBy: Generated<string | null>;
    agreedDone: Generated<Flag>;
    plannedBy: number;
    plannedAt: number;
  };
  /** What happened in the practice that may explain a trend. */
  trendEvent: {
    id: Generated<number>;
    kind: TrendEventKind;
    fromDay: string;
    lastDay: string;
    what: string;
    addedBy: number;
    addedAt: number;
  };
  questionnaire: {
    id: Generated<number>;
    openedOn: string;
    lastDay: string;
    openedBy: number;
    /** What it says, in JSON, once it is closed. */
    result: Generated<string | null>;
  };
  questionnaireInvitation: { questionnaireId: number; userId: number; function: string; answered: Flag };
  questionnaireAnswer: { id: string; questionnaireId: number; function: string; answers: string };
  turn: { day: string; part: PartOfDay; userId: number; duty: Duty };
  auditEntry: {
    id: Generated<number>;
    at: number;
    userId: number | null;
    role: Role | null;
    action: string;
    subject: string | null;
    hash: string;
  };
}
