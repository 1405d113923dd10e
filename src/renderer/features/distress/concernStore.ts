import { create } from 'zustand';
import type { HandedOverTo } from '../../../shared/contract/distress.ts';
import type { Finding } from './choices.ts';

export type Stage = 'crisis' | 'lonely' | 'record' | 'after';

export const guidePages = ['say', 'pointTo', 'worryMore', 'signs'] as const;
export type GuidePage = (typeof guidePages)[number];

interface ConcernStore {
  stage: Stage;
  /** The part of the guide for lonely callers that is read. */
  guidePage: GuidePage;
  /** The note it was opened beside. */
  noteId: string | null;
  /** The steps of the script so far, the last one in sight. */
  path: string[];
  /** Help beside the step: the list of it, or one of it. */
  help: 'none' | 'list' | 'numbers' | 'triage' | { id: string };
  finding: Finding | null;
  handedOverTo: HandedOverTo | null;
  remark: string;
  /** What was recorded a moment ago, to add to it. */
  recordedId: number | null;
  /** Another sheet lies over what follows the record, and comes back to it. */
  comesBack: boolean;
  problem: 'missingFinding' | 'missingHandOver' | 'failed' | null;
  leftAt: number;
}

const fresh: Omit<ConcernStore, 'noteId'> = {
  stage: 'crisis',
  guidePage: 'say',
  path: [],
  help: 'none',
  finding: null,
  handedOverTo: null,
  remark: '',
  recordedId: null,
  comesBack: false,
  problem: null,
  leftAt: 0,
};

/** How long a script that was left can be taken up again where it was: for a look at the card, not for the next call. */
const RESUME_MS = 5 * 60_000;

/** Only in memory: closing without recording leaves nothing behind. */
export const useConcern = create<ConcernStore>()(() => ({ ...fresh, noteId: null }));

/** Starts the crisis script, or goes on where it was left a moment ago beside the same note. */
export function enterConcern(noteId: string | null): void {
  const { noteId: before, leftAt, stage, comesBack } = useConcern.getState();
  const wasLeft = before === noteId && stage !== 'after' && Date.now() - leftAt < RESUME_MS;
  if (comesBack) useConcern.setState({ comesBack: false });
  else if (!wasLeft) useConcern.setState({ ...fresh, noteId });
}

/** Opens at the guide for lonely callers rather than at the crisis script, which stays one key away. */
export const prepareLonely = (noteId: string | null): void =>
  useConcern.setState({ ...fresh, noteId, stage: 'lonely', leftAt: Date.now() });

/** Opens at one step of the crisis script, wherever the worker was. */
export const prepareStep = (noteId: string | null, id: string): void =>
  useConcern.setState({ ...fresh, noteId, path: [id], leftAt: Date.now() });

export const leaveConcern = (): void => useConcern.setState({ leftAt: Date.now(), help: 'none' });

export const forgetConcern = (): void => useConcern.setState({ ...fresh, noteId: null });

/** From what follows the record to one of the sheets that add to it. */
export const leaveToComeBack = (): void => useConcern.setState({ comesBack: true });

/** The key for worry means the script, also from the guide for lonely callers or from what follows a record. */
export function callForScript(noteId: string | null, isOpen: boolean): void {
  const { stage } = useConcern.getState();
  if (stage === 'after') useConcern.setState({ ...fresh, noteId });
  else if (isOpen && stage === 'lonely') goToStage('crisis');
}

export const goToStage = (stage: Stage): void => useConcern.setState({ stage, help: 'none', problem: null });

export const goToStep = (id: string): void =>
  useConcern.setState(({ path }) => ({ path: [...path, id], help: 'none' }));

/** Out of the help, out of the record, one step back: whatever was last. */
export function stepBack(): void {
  useConcern.setState(({ help, stage, path, finding }) => {
    if (help !== 'none') return { help: typeof help === 'object' ? 'list' : 'none' };
    if (stage === 'record') {
      const isLonely = finding === 'lonely' || finding === 'oftenCalling';
      return { stage: isLonely ? 'lonely' : 'crisis', problem: null };
    }
    if (stage === 'lonely') return { stage: 'crisis' };
    return { path: path.slice(0, -1) };
  });
}

/** To the record, with what is known already filled in. */
export const goToRecord = (finding: Finding, handedOverTo: HandedOverTo | null): void =>
  useConcern.setState({ stage: 'record', finding, handedOverTo, help: 'none', problem: null });
