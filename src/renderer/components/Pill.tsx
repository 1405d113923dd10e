import type { ReactNode } from 'react';
import styles from './Pill.module.css';

/** A quiet fact in a bar: who works here, how long a call lasts. */
export function Pill({ children }: { children: ReactNode }) {
  return <span className={styles.pill}>{children}</span>;
}
