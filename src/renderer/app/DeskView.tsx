import { useQuery } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { KeyBar } from '../components/KeyBar.tsx';
import { useBreakState } from '../features/breaks/useBreaks.ts';
import { NoteView } from '../features/contacts/NoteView.tsx';
import { useNote } from '../features/contacts/noteStore.ts';
import { BarView } from '../features/window/BarView.tsx';
import { DeskTopBar } from '../features/window/DeskTopBar.tsx';
import { useWindowState } from '../features/window/useWindow.ts';
import { useApi } from './api.ts';
import styles from './DeskView.module.css';
import { closeSheet, closeSheets, openSheet, spendQuery, useDesk } from './deskStore.ts';
import { HomeView } from './HomeView.tsx';
import { useHeldKeys } from './heldKeys.ts';
import { SheetView } from './SheetView.tsx';
import { useSession } from './session.ts';
import { fetchSheets } from './sheets.ts';
import { useTexts } from './texts.ts';
import { useDeskKeys } from './useDeskKeys.ts';

/** Search or note, a sheet over it when one is open, and the function keys that always work. */
export function DeskView() {
  const t = useTexts();
  const note = useNote((store) => store.note);
  const sheet = useDesk((desk) => desk.sheets.at(-1));
  const isBar = useWindowState()?.bar === true;
  const keys = useDeskKeys();
  const hidden = sheet !== undefined;
  useSheetsClosedBySummons();
  useRunningBreakShown();
  useOwnSentencesAtHand();
  useFocusGivenBack(hidden);
  useHeldKeys(isBar ? null : (sheet ?? null), closeSheet);
  useEffect(fetchSheets, []);

  // There is room for three: what cannot wait.
  if (isBar) return <BarView keys={keys.slice(1)} />;
  return (
    <div className={styles.desk}>
      {sheet ? <SheetView sheet={sheet} /> : <DeskTopBar />}
      {note ? <NoteView key={note.id} note={note} hidden={hidden} /> : <HomeView hidden={hidden} />}
      <KeyBar label={t('desk:mainKeys')} items={keys} />
    </div>
  );
}

/** The global shortcut means a new call: whatever lies over the search makes room for it. */
function useSheetsClosedBySummons(): void {
  useEffect(
    () =>
      useSession.subscribe((now, before) => {
        if (now.summons === before.summons) return;
        closeSheets();
        spendQuery();
      }),
    [],
  );
}

/** The crisis script opens in the practice's own words at once: they are not asked for only then. */
function useOwnSentencesAtHand(): void {
  const { queries } = useApi();
  useQuery(queries.distress.ownSentences.queryOptions());
}

/** Whoever comes back from a break and unlocks finds it running. */
function useRunningBreakShown(): void {
  const running = useBreakState()?.running;
  const isFirst = useRef(true);
  useEffect(() => {
    if (running === undefined || !isFirst.current) return;
    isFirst.current = false;
    if (running) openSheet({ kind: 'break' });
  }, [running]);
}

/** After a sheet the focus is where it was, with what was typed. */
function useFocusGivenBack(hidden: boolean): void {
  const before = useRef<Element | null>(null);
  const wasHidden = useRef(hidden);
  if (hidden && !wasHidden.current) before.current = document.activeElement;

  useLayoutEffect(() => {
    if (!hidden && wasHidden.current && before.current instanceof HTMLElement) before.current.focus();
    wasHidden.current = hidden;
  }, [hidden]);
}
