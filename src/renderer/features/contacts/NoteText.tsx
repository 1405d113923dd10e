import { useEffect, useRef } from 'react';
import { useLettersGoTo } from '../../app/lettersGoTo.ts';
import { useTexts } from '../../app/texts.ts';
import styles from './NoteText.module.css';
import { changeNote, type Note } from './noteStore.ts';

interface Props {
  note: Note;
  hidden: boolean;
}

export function NoteText({ note, hidden }: Props) {
  const t = useTexts();
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    const end = field.current?.value.length ?? 0;
    field.current?.setSelectionRange(end, end);
  }, []);

  // When the note comes into sight and nothing else has the focus, typing goes on where it was.
  useEffect(() => {
    if (!hidden && document.activeElement === document.body) field.current?.focus();
  }, [hidden]);

  useLettersGoTo(field, !hidden);

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
