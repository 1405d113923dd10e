import { isDefinedError, safe } from '@orpc/client';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { NewCaller } from '../../../shared/contract/callers.ts';
import type { Draft } from '../../../shared/contract/contacts.ts';
import { announce } from '../../app/announce.ts';
import { type Api, useApi } from '../../app/api.ts';
import { clearConfirmation, confirm, setQuery } from '../../app/deskStore.ts';
import { type Format, useFormat } from '../../app/format.ts';
import { useSession } from '../../app/session.ts';
import { type Texts, useTexts } from '../../app/texts.ts';
import { callerNameKey } from '../callers/callerName.ts';
import { changeNote, emptyNote, isStarted, leaveNote, type Note, openNote, settleNote, useNote } from './noteStore.ts';

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

  function show(note: Note): void {
    clearConfirmation();
    openNote(note, draftSender(api));
  }

  const nameOf = (note: Note): string => {
    const known = note.callerId && queryClient.getQueryData<string>(callerNameKey(note.callerId));
    return known || note.newCaller?.displayName || note.newCaller?.number || t('desk:unknownCaller');
  };

  const refreshDrafts = () => queryClient.invalidateQueries({ queryKey: queries.contacts.drafts.key() });

  /** Keeps the note as a draft and takes it off the screen. An untouched one leaves nothing behind. */
  function park(): void {
    const { note } = useNote.getState();
    if (!note) return;
    if (isStarted(note)) {
      queryClient.setQueryData(queries.contacts.drafts.queryKey(), (drafts: Draft[] | undefined) => [
        note,
        ...(drafts ?? []).filter(({ id }) => id !== note.id),
      ]);
      confirm(t('desk:confirmParked', { name: nameOf(note) }));
      setQuery('');
    }
    leaveNote();
  }

  async function save(): Promise<void> {
    const { note } = useNote.getState();
    if (!note) return;
    await settleNote();
    const current = useNote.getState().note;
    if (current?.id !== note.id) return;
    const draft = { ...current, startedAt: current.startedAt ?? Date.now() };
    const { error } = await safe(client.contacts.save(draft));
    if (!error) {
      leaveNote();
      setQuery('');
      confirm(t('desk:confirmSaved', { time: format.time(Date.now()), name: nameOf(note) }));
      void refreshDrafts();
      return;
    }
    // Nothing of the note is lost: it goes on being saved as a draft.
    changeNote({});
    const badNumber = isDefinedError(error) && error.code === 'BAD_NUMBER' ? error.data.number : null;
    useNote.setState({ badNumber });
    if (badNumber) announce(t('callers:badNumber', { number: badNumber }));
    else confirm(t('contacts:saveFailed'));
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
    resume: (draft: Draft): void => show(draft),
    /** The new caller of the note has a card by now: the note is about that card. */
    attachCaller(callerId: number): void {
      const { note } = useNote.getState();
      if (!note || note.callerId !== null) return;
      queryClient.setQueryData(callerNameKey(callerId), nameOf(note));
      changeNote({ callerId, newCaller: null });
    },
  };
}
