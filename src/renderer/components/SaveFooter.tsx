import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../app/texts.ts';
import { KeyHint } from './KeyHint.tsx';
import styles from './SaveFooter.module.css';

interface Props {
  /** What is wrong, or whether what is typed is kept. */
  message: ReactNode;
  /** What saving does, in a word. */
  save?: string;
  onSave: () => void;
  /** Another way out. */
  children?: ReactNode;
}

/** Under a sheet of the desk window that is saved with Control and Enter. */
export function SaveFooter({ message, save, onSave, children }: Props) {
  const t = useTexts();
  return (
    <div className={styles.footer}>
      <div className={styles.message}>{message}</div>
      <div className={styles.buttons}>
        {children}
        <Button onClick={onSave} aria-keyshortcuts="Control+Enter">
          {save ?? t('common:save')}
          <KeyHint>Ctrl ⏎</KeyHint>
        </Button>
      </div>
    </div>
  );
}
