import type { ReactNode } from 'react';
import styles from './List.module.css';

/** A framed list of rows. */
export function List({ children, labelledBy }: { children: ReactNode; labelledBy?: string }) {
  return (
    <ul className={styles.list} aria-labelledby={labelledBy}>
      {children}
    </ul>
  );
}
