import type { ReactNode } from 'react';
import styles from './SectionTitle.module.css';

interface Props {
  id?: string;
  children: ReactNode;
  /** A figure or a link at the end of the line. */
  aside?: ReactNode;
}

export function SectionTitle({ id, children, aside }: Props) {
  return (
    <h2 id={id} className={styles.title}>
      <span>{children}</span>
      {aside}
    </h2>
  );
}
