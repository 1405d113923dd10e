import { create } from 'zustand';

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
export const showKeys = (keysShown: boolean): void => useReviewWindow.setState({ keysShown });

export const noteKey = (userId: number, incidentId: number): string => `${userId}:${incidentId}`;

export const typeNote = (key: string, text: string): void =>
  useReviewWindow.setState(({ notes }) => ({ notes: { ...notes, [key]: text } }));

export const dropNote = (key: string): void =>
  useReviewWindow.setState(({ notes }) => ({
    notes: Object.fromEntries(Object.entries(notes).filter(([other]) => other !== key)),
  }));
