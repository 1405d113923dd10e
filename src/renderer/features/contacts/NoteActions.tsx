import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTexts } from '../../app/texts.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import styles from './NoteActions.module.css';
import { useNoteActions } from './useNoteActions.ts';

/** What to do with the note. */
export function NoteActions() {
  const t = useTexts();
  const { discard, park, save } = useNoteActions();
  return (
    <div className={styles.actions}>
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        leftSection={<IconTrash size="1.1em" aria-hidden="true" />}
        onClick={() => void discard()}
      >
        {t('contacts:discard')}
      </Button>
      <span className={styles.space} />
      <Button size="xs" variant="default" onClick={park} aria-keyshortcuts="Escape">
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
