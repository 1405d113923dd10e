import { isDefinedError, safe } from '@orpc/client';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CallerResult, NewCaller } from '../../../shared/contract/callers.ts';
import type { Draft } from '../../../shared/contract/contacts.ts';
import { announce } from '../../app/announce.ts';
import { type Api, useApi } from '../../app/api.ts';
import { clearConfirmation, confirm, setQuery, spendQuery, tellFailure } from '../../app/deskStore.ts';
import { type Format, useFormat } from '../../app/format.ts';
import { createSaver } from '../../app/saver.ts';
import { useSession } from '../../app/session.ts';
import { type Texts, useTexts } from '../../app/texts.ts';
import { callerNameKey } from '../callers/callerName.ts';
import {
  changeNote,
  emptyNote,
  isStarted,
  leaveNote,
  type Note,
  nameCallerOf,
  openNote,
  sayBadBirthDate,
  settleNote,
  useNote,
} from './noteStore.ts';

/** What a worker does with notes, from the search, the note itself and the sheets over it. */
export function useNoteActions() {
  const api = useApi();
  const queryClient = useQueryClient();
  const t = useTexts();
  const format = useFormat();
  return useMemo(() => createNoteActions(api, queryClient, t, format), [api, queryClient, t, format]);
}

/** Saves drafts for the worker who is at work now, and for nobody who unlocks the app later. */
function draftSender({ client }: Api): (draft: Draft) => Promise<unknown> {
  const owner = currentWorker();
  return (draft) => {
    if (currentWorker() !== owner) throw new Error('The worker who typed this is not at work.');
    return client.contacts.saveDraft(draft);
  };
}

function currentWorker(): number | null {
  const { state } = useSession.getState();
  return state?.kind === 'unlocked' ? state.user.id : null;
}

function createNoteActions(api: Api, queryClient: QueryClient, t: Texts, format: Format) {
  const { client, queries } = api;

  const refreshDrafts = () => queryClient.invalidateQueries({ queryKey: queries.contacts.drafts.key() });

  function show(note: Note): void {
    clearConfirmation();
    spendQuery();
    openNote(note, draftSender(api), refreshDrafts);
  }

  const nameOf = (note: Note): string => {
    const known = note.callerId && queryClient.getQueryData<string>(callerNameKey(note.callerId));
    return known || note.newCaller?.displayName || note.newCaller?.number || t('desk:unknownCaller');
  };

  /** What the list of parked notes shows at once, without waiting for the core. */
  const setDrafts = (change: (drafts: Draft[]) => Draft[]) =>
    queryClient.setQueryData(queries.contacts.drafts.queryKey(), (drafts: Draft[] | undefined) => change(drafts ?? []));

  /** Keeps the note as a draft and takes it off the screen. An untouched one leaves nothing behind. */
  function park(): void {
    const { note } = useNote.getState();
    if (!note) return;
    if (isStarted(note)) {
      setDrafts((drafts) => [note, ...drafts.filter(({ id }) => id !== note.id)]);
      confirm(t('desk:confirmParked', { name: nameOf(note) }));
      setQuery('');
    }
    leaveNote();
  }

  /**
   * Leaves the note at once, so that what is typed next goes to the search, and comes back to it when the core
   * refuses. Until then the draft is kept, so nothing is lost.
   */
  async function save(): Promise<void> {
    const { caller, note: opened } = useNote.getState();
    if (!opened) return;
    await caller;
    const { note } = useNote.getState();
    if (note?.id !== opened.id) return;
    if (sayBadBirthDate()) return announce(t('callers:badBirthDate'));
    const draft = { ...note, startedAt: note.startedAt ?? Date.now() };
    const settled = settleNote();
    leaveNote();
    setQuery('');
    setDrafts((drafts) => drafts.filter(({ id }) => id !== draft.id));
    await settled;
    const { error } = await safe(client.contacts.save(draft));
    if (!error) confirm(t('desk:confirmSaved', { time: format.time(Date.now()), name: nameOf(draft) }));
    else if (isDefinedError(error) && error.code === 'BAD_NUMBER') comeBackTo(draft, null, error.data.number);
    else comeBackTo(draft, isDefinedError(error) && error.code === 'UNWRITABLE' ? 'diskRefuses' : 'saveFailed');
    void refreshDrafts();
  }

  function comeBackTo(draft: Draft, why: 'diskRefuses' | 'saveFailed' | null, badNumber: string | null = null): void {
    const problem = why ? t(`contacts:${why}`) : t('callers:badNumber', { number: badNumber ?? '' });
    if (useNote.getState().note) {
      // Another call has begun: the note waits among the parked ones.
      createSaver(draftSender(api), () => undefined).change(draft);
      tellFailure(problem);
      return;
    }
    show(draft);
    changeNote({});
    useNote.setState({ badNumber });
    if (badNumber) announce(problem);
    else tellFailure(problem);
  }

  async function discard(): Promise<void> {
    const { note } = useNote.getState();
    if (!note) return;
    await settleNote();
    const name = nameOf(note);
    leaveNote();
    setQuery('');
    await client.contacts.discardDraft({ draftId: note.id });
    void refreshDrafts();
    if (!isStarted(note)) return;
    confirm(t('desk:confirmDiscarded', { name }), () => {
      show(note);
      changeNote({});
    });
  }

  return {
    nameOf,
    park,
    save,
    discard,
    openCaller(caller: { id: number; displayName: string }): void {
      queryClient.setQueryData(callerNameKey(caller.id), caller.displayName);
      show(emptyNote(caller.id, null));
    },
    openNew(newCaller: NewCaller): void {
      show(emptyNote(null, newCaller));
    },
    /** For a search that is still on its way: the note takes what is typed, the search says whom it is about. */
    openFound(found: Promise<CallerResult | null>, otherwise: NewCaller): void {
      const note = emptyNote(null, null);
      show(note);
      const named = found
        .catch(() => null)
        .then((caller) => {
          if (caller) queryClient.setQueryData(callerNameKey(caller.id), caller.displayName);
          nameCallerOf(note.id, caller?.id ?? null, caller ? null : otherwise);
        });
      useNote.setState({ isLooking: true, caller: named });
    },
    resume: (draft: Draft): void => show(draft),
    /** The new caller of the note has a card by now: the note is about that card. */
    attachCaller(noteId: string, callerId: number): void {
      const { note } = useNote.getState();
      if (note?.id !== noteId || note.callerId !== null) return;
      queryClient.setQueryData(callerNameKey(callerId), nameOf(note));
      nameCallerOf(noteId, callerId, null);
    },
  };
}
