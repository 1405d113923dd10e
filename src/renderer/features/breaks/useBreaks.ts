import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Asked, BreakKind, BreakState } from '../../../shared/contract/breaks.ts';
import { useApi } from '../../app/api.ts';
import { closeSheet, closeSheets, confirm, openSheet, tellFailure } from '../../app/deskStore.ts';
import { useTexts } from '../../app/texts.ts';
import { isStarted, useNote } from '../contacts/noteStore.ts';
import { useNoteActions } from '../contacts/useNoteActions.ts';

const REFRESH_MS = 20_000;
const MINUTE = 60_000;

/** The worker's own bucket and break; asked again by itself, because work empties the bucket. */
export function useBreakState(): BreakState | undefined {
  const { queries } = useApi();
  return useQuery(queries.breaks.state.queryOptions({ refetchInterval: REFRESH_MS })).data;
}

/** The note that a break interrupts, if anything is in it. */
function interruptedNote(): string | null {
  const { note } = useNote.getState();
  return note && isStarted(note) ? note.id : null;
}

export function useBreakActions() {
  const { client, queries } = useApi();
  const queryClient = useQueryClient();
  const t = useTexts();
  const { resume } = useNoteActions();

  const tried = async (action: Promise<unknown>): Promise<boolean> => {
    try {
      await action;
      await queryClient.invalidateQueries({ queryKey: queries.breaks.key() });
      return true;
    } catch {
      return false;
    }
  };

  const attempt = async (action: Promise<unknown>): Promise<boolean> => {
    const isDone = await tried(action);
    if (!isDone) tellFailure(t('breaks:failed'));
    return isDone;
  };

  const begin = (kind: BreakKind, running: BreakState['running']) =>
    client.breaks.start({ kind, draftId: running?.draftId ?? interruptedNote() });

  /** The app may have locked meanwhile: the note that was open is put back, unless another one is open. */
  async function carryOn(draftId: string | null): Promise<void> {
    if (draftId === null || useNote.getState().note) return;
    const drafts = await client.contacts.drafts().catch(() => []);
    const draft = drafts.find(({ id }) => id === draftId);
    if (draft && !useNote.getState().note) resume(draft);
  }

  return {
    /** One press: the break runs, unless one runs already, and its screen is shown. */
    async start(kind: BreakKind, running: BreakState['running']): Promise<void> {
      closeSheets();
      openSheet({ kind: 'break' });
      if (running?.kind === kind) return;
      await attempt(begin(kind, running));
    },
    /** The same from a sheet that says itself when it did not work: false, and the sheet stays. */
    async startFromSheet(running: BreakState['running']): Promise<boolean> {
      if (running?.kind !== 'break' && !(await tried(begin('break', running)))) return false;
      closeSheets();
      openSheet({ kind: 'break' });
      return true;
    },
    async end({ startedAt, draftId }: NonNullable<BreakState['running']>): Promise<void> {
      if (!(await attempt(client.breaks.end()))) return;
      closeSheet();
      await carryOn(draftId);
      const minutes = Math.floor((Date.now() - startedAt) / MINUTE);
      confirm(minutes > 0 ? t('breaks:timer.welcomeBack', { count: minutes }) : t('breaks:timer.welcomeBackAtOnce'));
    },
    snooze: () => attempt(client.breaks.snooze()),
    /** False when it did not work; whoever asks says so where it was asked. */
    ask: (asked: Asked) => tried(client.breaks.ask({ asked })),
    withdraw: () => tried(client.breaks.withdraw()),
  };
}
