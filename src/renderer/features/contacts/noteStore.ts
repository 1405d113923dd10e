import { create } from 'zustand';
import type { NewCaller } from '../../../shared/contract/callers.ts';
import type { Draft } from '../../../shared/contract/contacts.ts';
import { createSaver, type Saver, type SaveState } from '../../app/saver.ts';

/** A note on the screen; it becomes a draft with the first thing that is typed or chosen in it. */
export type Note = Omit<Draft, 'startedAt'> & { startedAt: number | null };

interface NoteStore {
  note: Note | null;
  saveState: SaveState;
  /** The number that the core could not read, said at its field. */
  badNumber: string | null;
  /** What stands in the field for the date of birth is no date; said when the field is left or the note is saved. */
  badBirthDate: 'no' | 'unsaid' | 'said';
  /** The search that says whom the note is about is still on its way. */
  isLooking: boolean;
  /** Resolves when it is settled whom the note is about: saving waits for it. */
  caller: Promise<unknown>;
}

const nothing = {
  note: null,
  saveState: 'untouched',
  badNumber: null,
  badBirthDate: 'no',
  isLooking: false,
  caller: Promise.resolve(),
} as const;

export const useNote = create<NoteStore>()(() => nothing);

let saver: Saver<Draft> | null = null;

export const isStarted = (note: Note): note is Draft => note.startedAt !== null;

/**
 * Puts a note on the screen. `send` saves it for the worker who has it open now; `onSavedLater` hears of what was
 * saved when it was off the screen already.
 */
export function openNote(note: Note, send: (draft: Draft) => Promise<unknown>, onSavedLater: () => void): void {
  const own = createSaver(send, (saveState) => {
    if (useNote.getState().note?.id === note.id) useNote.setState({ saveState });
    else if (saveState === 'saved') onSavedLater();
  });
  saver = own;
  useNote.setState({ ...nothing, note, saveState: isStarted(note) ? 'saved' : 'untouched' });
}

export const emptyNote = (callerId: number | null, newCaller: NewCaller | null): Note => ({
  id: crypto.randomUUID(),
  callerId,
  newCaller,
  channel: 'phone',
  reason: null,
  text: '',
  startedAt: null,
});

/** Changes the note and has it saved; the call timer starts with the first change. */
export function changeNote(change: Partial<Omit<Draft, 'id' | 'startedAt'>>): void {
  const { note } = useNote.getState();
  if (!note) return;
  const changed: Draft = { ...note, ...change, startedAt: note.startedAt ?? Date.now() };
  useNote.setState(change.newCaller ? { note: changed, badNumber: null } : { note: changed });
  saver?.change(changed);
}

/** Says whom the note is about once the search knows; what was typed meanwhile stays in it. */
export function nameCallerOf(noteId: string, callerId: number | null, newCaller: NewCaller | null): void {
  const { note } = useNote.getState();
  if (note?.id !== noteId) return;
  useNote.setState({ note: { ...note, callerId, newCaller }, isLooking: false, badBirthDate: 'no' });
  if (isStarted(note)) changeNote({});
}

/** Takes the note off the screen. What was not confirmed yet is still being saved. */
export function leaveNote(): void {
  saver = null;
  useNote.setState(nothing);
}

/** No change is under way any more when this resolves: what follows is not overtaken by an older one. */
export async function settleNote(): Promise<void> {
  await saver?.stop();
}

/** Says that the date of birth is none; true when there is something to say. */
export function sayBadBirthDate(): boolean {
  if (useNote.getState().badBirthDate === 'no') return false;
  useNote.setState({ badBirthDate: 'said' });
  return true;
}
