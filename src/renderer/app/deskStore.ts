import { create } from 'zustand';
import type { Attachment } from '../../shared/contract/attachments.ts';
import type { HandOver, HandOverKind } from '../../shared/contract/handOvers.ts';
import type { OwnIncident } from '../../shared/contract/incidents.ts';
import type { EditedPhrase } from '../features/phrases/editedPhrase.ts';
import { announce } from './announce.ts';

/** What can lie over the search or the note; what is chosen or typed in it lives in its feature's own store. */
export type Sheet =
  | { kind: 'phrases' }
  | { kind: 'houseRules'; document: string | null }
  | { kind: 'phrase'; edited: EditedPhrase }
  | { kind: 'incident' }
  | { kind: 'concern' }
  | { kind: 'concernCompletion'; concernId: number }
  | { kind: 'concernShare'; concernId: number }
  | { kind: 'break' }
  | { kind: 'tally' }
  | { kind: 'keys' }
  | { kind: 'caller'; callerId: number }
  | { kind: 'merge'; callerId: number }
  | { kind: 'agreement'; callerId: number }
  | { kind: 'exception'; callerId: number }
  | { kind: 'chooseHandOver'; of: HandOverKind }
  | { kind: 'handOver'; handOver: HandOver }
  | { kind: 'ownDay' }
  | { kind: 'aftercare' }
  | { kind: 'ownWork' }
  | { kind: 'ownData' }
  | { kind: 'questionnaire' }
  | { kind: 'complete'; incident: OwnIncident }
  | { kind: 'feedback'; incident: OwnIncident }
  | { kind: 'ownIncidents' }
  | { kind: 'ownIncident'; incidentId: number }
  | { kind: 'correct'; incidentId: number }
  | { kind: 'changes'; incidentId: number }
  | { kind: 'repeats'; callerId: number }
  | { kind: 'attachment'; attachment: Attachment };

export interface Confirmation {
  text: string;
  /** It was not done. */
  failed?: boolean;
  undo?: () => void;
}

interface DeskStore {
  query: string;
  /** Somebody was chosen with this query: what is typed next takes its place. */
  isQueryUsed: boolean;
  /** The last one is seen; closing it shows the one before. */
  sheets: Sheet[];
  confirmation: Confirmation | null;
  /** Opens a note for whom the search is at, as Enter does; null while nothing is typed. Set by the search. */
  chooseHighlighted: (() => void) | null;
}

export const useDesk = create<DeskStore>()(() => ({
  query: '',
  isQueryUsed: false,
  sheets: [],
  confirmation: null,
  chooseHighlighted: null,
}));

export const setQuery = (query: string): void => useDesk.setState({ query, isQueryUsed: false });

export const spendQuery = (): void => useDesk.setState({ isQueryUsed: true });

export function openSheet(sheet: Sheet): void {
  useDesk.setState(({ sheets }) => ({ sheets: [...sheets.filter(({ kind }) => kind !== sheet.kind), sheet] }));
}

export const closeSheet = (): void => useDesk.setState(({ sheets }) => ({ sheets: sheets.slice(0, -1) }));

export const closeSheets = (): void => useDesk.setState({ sheets: [] });

/** Says in one line what was done, where it is seen and read aloud. */
export function confirm(text: string, undo?: () => void): void {
  useDesk.setState({ confirmation: { text, undo } });
  announce(text);
}

/** The same of what did not work. */
export function tellFailure(text: string): void {
  useDesk.setState({ confirmation: { text, failed: true } });
  announce(text);
}

export const clearConfirmation = (): void => useDesk.setState({ confirmation: null });

export const resetDesk = (): void =>
  useDesk.setState({ query: '', isQueryUsed: false, sheets: [], confirmation: null, chooseHighlighted: null });
