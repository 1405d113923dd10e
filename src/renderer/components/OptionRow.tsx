import type { ReactNode } from 'react';
import styles from './OptionRow.module.css';

interface Props {
  /** A number or an icon before the text. */
  mark: ReactNode;
  children: ReactNode;
  /** A tag or a time at the end of the first line. */
  end?: ReactNode;
  /** A second, quieter line. */
  detail?: ReactNode;
}

export function OptionRow({ mark, children, end, detail }: Props) {
  return (
    <span className={styles.row}>
      <span className={styles.mark} aria-hidden="true">
        {mark}
      </span>
      <span className={styles.line}>
        <span className={styles.text}>{children}</span>
        {end && <span className={styles.end}>{end}</span>}
      </span>
      {detail && <small className={styles.detail}>{detail}</small>}
    </span>
  );
}
