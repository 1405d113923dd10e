import type { Generated } from 'kysely';
import type { Language, Role, Theme } from '../../../../shared/contract/base.ts';
import type { BreakKind } from '../../../../shared/contract/breaks.ts';
import type { Cause } from '../../../../shared/contract/incidentKinds.ts';
import type { PhraseKind } from '../../../../shared/contract/phrases.ts';
import type { CheckItem } from '../../../../shared/contract/prevention.ts';
import type { Duty, PartOfDay } from '../../../../shared/contract/rotation.ts';
import type { GroupKind } from '../../../../shared/contract/team.ts';
import type { TrainingKind } from '../../../../shared/contract/trainings.ts';
import type { TrendEventKind } from '../../../../shared/contract/trends.ts';
import type { Flag } from './flag.ts';

/** The people of the practice and how they work. */
export interface PracticeTables {
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
    /** The days of the week they work on, `12345` for Monday to Friday. */
    workingDays: Generated<string>;
    /** When they lost access; null while they have it. */
    removedAt: Generated<number | null>;
    /** When the name of somebody who left was erased. */
    erasedAt: Generated<number | null>;
  };
  /** The functions and departments that can be said of somebody. */
  teamGroup: { id: Generated<number>; kind: GroupKind; name: string; retired: Generated<Flag> };
  absence: {
    id: Generated<number>;
    userId: number;
    firstDay: string;
    lastDay: string;
    recordedBy: number;
    recordedAt: number;
  };
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
  checkPoint: {
    id: Generated<number>;
    /** Which point that the program came with; null for the practice's own, which has words of its own. */
    starting: CheckItem | null;
    what: Generated<string>;
    help: Generated<string>;
    place: number;
    hidden: Generated<Flag>;
  };
  /** That somebody looked at a point of the check-list. */
  checkLook: {
    id: Generated<number>;
    pointId: number;
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
