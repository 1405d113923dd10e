import type { ReactNode } from 'react';
import styles from './Chips.module.css';
import { FieldError } from './FieldError.tsx';

interface Props {
  title: string;
  children: ReactNode;
  error?: string | null;
  /** Leaves the title to screen readers where the chips speak for themselves. */
  titleHidden?: boolean;
  /** Beside the title, quietly: what the choice means, or that it may stay empty. */
  aside?: string | false | null;
}

/** A question and its chips. */
export function Chips({ title, children, error, titleHidden, aside }: Props) {
  return (
    <fieldset className={styles.group}>
      <legend className={titleHidden ? 'visually-hidden' : styles.title}>
        {title}
        {aside && <span className={styles.aside}> {aside}</span>}
      </legend>
      <div className={styles.chips}>{children}</div>
      {error && <FieldError>{error}</FieldError>}
    </fieldset>
  );
}
