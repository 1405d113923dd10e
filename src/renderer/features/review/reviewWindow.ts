import { create } from 'zustand';
import type { AuditKind } from '../../../shared/contract/audit.ts';
import type { ReviewPlace } from '../../../shared/contract/window.ts';

export const reviewPages = [
  'today',
  'decide',
  'aftercare',
  'measures',
  'agreements',
  'trends',
  'concerns',
  'prevention',
  'team',
  'procedures',
  'houseRules',
  'directory',
  'script',
  'privacy',
  'settings',
] as const;
/** There are nine digits to go to a page with. */
export const pagesWithKey = 9;
export type ReviewPage = (typeof reviewPages)[number];

export const teamParts = ['people', 'trainings', 'coaching', 'rotation', 'questionnaire', 'breaks'] as const;
export type TeamPart = (typeof teamParts)[number];

/** What of the log is looked at; nothing chosen is all of it. */
export interface LogChoice {
  userId: number | null;
  kind: AuditKind | null;
  caller: { id: number; displayName: string } | null;
  from: string;
  lastDay: string;
}

const wholeLog: LogChoice = { userId: null, kind: null, caller: null, from: '', lastDay: '' };

interface ReviewWindow {
  page: ReviewPage;
  /** The day looked at; null is today, also after midnight. */
  date: string | null;
  incidentId: number | null;
  /** About whom is decided; null is the first that waits. */
  decideCallerId: number | null;
  measureId: number | null;
  /** Whose aftercare is looked at; null is the most urgent. */
  aftercare: number | 'absences' | null;
  teamPart: TeamPart;
  log: LogChoice;
  /** Counts how often somebody was led to the log. */
  ledToLog: number;
  /** When the desk window asked for a place last: each is gone to once. */
  askedPlace: number;
  keysShown: boolean;
  /** Replies that are typed and not sent, by manager and incident: kept while walking and while locked. */
  notes: Record<string, string>;
}

const start: ReviewWindow = {
  page: 'today',
  date: null,
  incidentId: null,
  decideCallerId: null,
  measureId: null,
  aftercare: null,
  teamPart: 'people',
  log: wholeLog,
  ledToLog: 0,
  askedPlace: 0,
  keysShown: false,
  notes: {},
};

export const useReviewWindow = create<ReviewWindow>()(() => start);

export const goToPage = (page: ReviewPage): void => useReviewWindow.setState({ page });
export const goToDate = (date: string | null): void => useReviewWindow.setState({ date, incidentId: null });
export const chooseIncident = (incidentId: number | null): void => useReviewWindow.setState({ incidentId });
export const goToDecide = (decideCallerId: number | null): void =>
  useReviewWindow.setState({ page: 'decide', decideCallerId });
export const goToMeasure = (measureId: number): void =>
  useReviewWindow.setState({ page: 'measures', measureId, decideCallerId: null });
export const goToAftercare = (aftercare: number | 'absences' | null): void =>
  useReviewWindow.setState({ page: 'aftercare', aftercare });
export const goToIncident = (date: string | null, incidentId: number): void =>
  useReviewWindow.setState({ page: 'today', date, incidentId });
export const goToTeamPart = (teamPart: TeamPart): void => useReviewWindow.setState({ teamPart });
/** To the log, about one caller or as it is. */
export const goToLog = (caller: LogChoice['caller']): void =>
  useReviewWindow.setState(({ ledToLog }) => ({
    ...{ page: 'privacy', ledToLog: ledToLog + 1 },
    log: { ...wholeLog, caller },
  }));
export function goToAskedPlace({ askedAt, logOf }: ReviewPlace): void {
  if (askedAt === useReviewWindow.getState().askedPlace) return;
  useReviewWindow.setState({ askedPlace: askedAt });
  goToLog(logOf);
}
export const chooseOfLog = (change: Partial<LogChoice>): void =>
  useReviewWindow.setState(({ log }) => ({ log: { ...log, ...change } }));
export const showKeys = (keysShown: boolean): void => useReviewWindow.setState({ keysShown });

export const noteKey = (userId: number, incidentId: number): string => `${userId}:${incidentId}`;

export const typeNote = (key: string, text: string): void =>
  useReviewWindow.setState(({ notes }) => ({ notes: { ...notes, [key]: text } }));

export const dropNote = (key: string): void =>
  useReviewWindow.setState(({ notes }) => ({
    notes: Object.fromEntries(Object.entries(notes).filter(([other]) => other !== key)),
  }));
