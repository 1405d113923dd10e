import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTexts } from '../../app/texts.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { KeyHint } from '../../components/KeyHint.tsx';
import { CallTimer } from './CallTimer.tsx';
import styles from './NoteActions.module.css';
import { type Note, useNote } from './noteStore.ts';
import { useNoteActions } from './useNoteActions.ts';

/** How long, whether what is typed is safe, and what to do with the note. */
export function NoteActions({ note }: { note: Note }) {
  const t = useTexts();
  const saveState = useNote((store) => store.saveState);
  const { discard, park, save } = useNoteActions();
  return (
    <div className={styles.actions}>
      <CallTimer startedAt={note.startedAt} />
      <small className={styles.state} data-state={saveState}>
        {saveState === 'saved' && t('contacts:saved')}
        {saveState === 'saving' && t('contacts:saving')}
        {saveState === 'failed' && t('contacts:notSaved')}
      </small>
      <IconButton label={t('contacts:discard')} icon={<IconTrash />} onPress={() => void discard()} />
      <Button variant="default" size="xs" onClick={park} aria-keyshortcuts="Escape">
        {t('contacts:park')}
        <KeyHint>Esc</KeyHint>
      </Button>
      <Button size="xs" onClick={() => void save()} aria-keyshortcuts="Control+Enter">
        {t('contacts:save')}
        <KeyHint>Ctrl ⏎</KeyHint>
      </Button>
    </div>
  );
}
