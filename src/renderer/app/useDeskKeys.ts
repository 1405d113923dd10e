import type { KeyBarItem } from '../components/KeyBar.tsx';
import { useBreakActions, useBreakState } from '../features/breaks/useBreaks.ts';
import { newCallerFrom } from '../features/callers/newCaller.ts';
import { useNote } from '../features/contacts/noteStore.ts';
import { useNoteActions } from '../features/contacts/useNoteActions.ts';
import { callForScript } from '../features/distress/concernStore.ts';
import { chooseFor } from '../features/incidents/incidentStore.ts';
import { useWindowActions, useWindowState } from '../features/window/useWindow.ts';
import { closeSheet, closeSheets, openSheet, useDesk } from './deskStore.ts';
import { useUnlocked } from './session.ts';
import { isTyping, useShortcuts } from './shortcuts.ts';
import { useTexts } from './texts.ts';

/** The keys of the whole window, and the four of them that stand along its bottom edge. */
export function useDeskKeys(): KeyBarItem[] {
  const t = useTexts();
  const { user } = useUnlocked();
  const top = useDesk((desk) => desk.sheets.at(-1)?.kind);
  const running = useBreakState()?.running ?? null;
  const isBar = useWindowState()?.bar === true;
  const { start } = useBreakActions();
  const { lock, openReview, setBar } = useWindowActions();
  const { openNew, park } = useNoteActions();

  const grow = () => isBar && void setBar(false);

  /** Opens a note for whom the search is at, if it is at somebody and in sight. */
  function pickHighlighted(): void {
    if (useNote.getState().note || useDesk.getState().sheets.length > 0) return;
    useDesk.getState().chooseHighlighted?.();
  }

  function showPhrases(): void {
    grow();
    openSheet({ kind: 'phrases' });
  }

  function showIncident(): void {
    grow();
    pickHighlighted();
    chooseFor(useNote.getState().note?.id ?? null);
    openSheet({ kind: 'incident' });
  }

  function showConcern(): void {
    grow();
    pickHighlighted();
    callForScript(useNote.getState().note?.id ?? null, top === 'concern');
    openSheet({ kind: 'concern' });
  }

  function takeBreak(): void {
    grow();
    void start('break', running);
  }

  function startNew(): void {
    const { query } = useDesk.getState();
    closeSheets();
    if (useNote.getState().note) park();
    openNew(newCallerFrom(query));
  }

  const showKeys = () => openSheet({ kind: 'keys' });

  useShortcuts('window', {
    F1: showKeys,
    'Ctrl+/': showKeys,
    '?': (event) => (isTyping(event.target) ? false : showKeys()),
    F7: showPhrases,
    F8: showIncident,
    F9: showConcern,
    F10: takeBreak,
    'Alt+z': () => openSheet({ kind: 'aftercare' }),
    'Ctrl+n': startNew,
    'Alt+n': startNew,
    'Ctrl+l': () => void lock(),
    'Ctrl+.': () => void setBar(!isBar),
    ...(user.role === 'manager' && { 'Ctrl+d': () => void openReview() }),
  });

  /** With the mouse the same place opens and closes. */
  const toggle = (isOpen: boolean, open: () => void) => (isOpen ? closeSheet() : open());
  return [
    {
      key: 'F7',
      label: t('desk:phrases'),
      active: top === 'phrases',
      onPress: () => toggle(top === 'phrases', showPhrases),
    },
    {
      key: 'F8',
      label: t('desk:incident'),
      active: top === 'incident',
      onPress: () => toggle(top === 'incident', showIncident),
    },
    {
      key: 'F9',
      label: t('desk:concern'),
      active: top === 'concern',
      onPress: () => toggle(top === 'concern', showConcern),
    },
    { key: 'F10', label: t('desk:break'), active: top === 'break', onPress: () => toggle(top === 'break', takeBreak) },
  ];
}
