import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../app/texts.ts';
import styles from './FormButtons.module.css';

interface Props {
  /** What sending the form does, in a word. */
  submit?: string;
  busy?: boolean;
  onCancel: () => void;
  /** After both: another way out, or whether what is typed is kept. */
  children?: ReactNode;
}

/** Under a form: sends it or leaves it. */
export function FormButtons({ submit, busy, onCancel, children }: Props) {
  const t = useTexts();
  return (
    <div className={styles.buttons}>
      <Button type="submit" loading={busy}>
        {submit ?? t('common:save')}
      </Button>
      <Button variant="default" onClick={onCancel}>
        {t('common:cancel')}
      </Button>
      {children}
    </div>
  );
}
