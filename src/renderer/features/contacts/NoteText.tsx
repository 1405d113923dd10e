import { useEffect, useRef } from 'react';
import { useTexts } from '../../app/texts.ts';
import styles from './NoteText.module.css';
import { changeNote, type Note } from './noteStore.ts';

export function NoteText({ note }: { note: Note }) {
  const t = useTexts();
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    const element = field.current;
    if (!element) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  }, []);

  return (
    <textarea
      ref={field}
      className={styles.text}
      aria-label={t('contacts:note')}
      placeholder={t('contacts:notePlaceholder')}
      maxLength={20_000}
      value={note.text}
      onChange={(event) => changeNote({ text: event.currentTarget.value })}
    />
  );
}
