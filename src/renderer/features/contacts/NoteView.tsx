import { useEffect } from 'react';
import { useSession } from '../../app/session.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { BreakLine } from '../breaks/BreakLine.tsx';
import { CallerCardPane } from '../callers/CallerCardPane.tsx';
import { LooksLike } from '../callers/LooksLike.tsx';
import { NewCallerFields } from '../callers/NewCallerFields.tsx';
import { CallTimer } from './CallTimer.tsx';
import { ChannelChips } from './ChannelChips.tsx';
import { NoteActions } from './NoteActions.tsx';
import { NoteMeta } from './NoteMeta.tsx';
import { NoteText } from './NoteText.tsx';
import styles from './NoteView.module.css';
import { type Note, useNote } from './noteStore.ts';
import { useNoteActions } from './useNoteActions.ts';

interface Props {
  note: Note;
  /** A sheet lies over it; what is typed stays as it is. */
  hidden: boolean;
}

/** The card of a caller above, the note below: the place where is typed never moves. */
export function NoteView({ note, hidden }: Props) {
  const t = useTexts();
  const { park, save } = useNoteActions();
  const isLooking = useNote((store) => store.isLooking);
  const isNew = note.callerId === null && !isLooking;
  useParkedBySummons(park);
  useShortcuts('view', hidden ? {} : { Escape: park, 'Ctrl+Enter': () => void save() });

  return (
    <main className={styles.view} hidden={hidden} data-new={isNew} aria-label={t('contacts:note')}>
      <div className={styles.card}>
        <BreakLine />
        {isNew && <LooksLike note={note} />}
        {note.callerId !== null && <CallerCardPane callerId={note.callerId} />}
      </div>
      <div className={styles.note}>
        {isNew && <NewCallerFields note={note} />}
        <div className={styles.channels}>
          <ChannelChips note={note} hidden={hidden} />
          <CallTimer startedAt={note.startedAt} />
        </div>
        <NoteMeta note={note} hidden={hidden} />
        <NoteText note={note} hidden={hidden} />
        <NoteActions />
      </div>
    </main>
  );
}

/** The global shortcut means a new call: the note goes to the parked ones and the search comes up. */
function useParkedBySummons(park: () => void): void {
  useEffect(() => useSession.subscribe((session, before) => session.summons !== before.summons && park()), [park]);
}
