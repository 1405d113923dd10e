import type { ReactNode } from 'react';
import styles from './Chips.module.css';
import { FieldError } from './FieldError.tsx';

interface Props {
  title: string;
  children: ReactNode;
  error?: string | null;
  /** Leaves the title to screen readers where the chips speak for themselves. */
  titleHidden?: boolean;
}

/** A question and its chips. */
export function Chips({ title, children, error, titleHidden }: Props) {
  return (
    <fieldset className={styles.group}>
      <legend className={titleHidden ? 'visually-hidden' : styles.title}>{title}</legend>
      <div className={styles.chips}>{children}</div>
      {error && <FieldError>{error}</FieldError>}
    </fieldset>
  );
}
