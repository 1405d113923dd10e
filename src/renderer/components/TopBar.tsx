import type { ReactNode } from 'react';
import styles from './TopBar.module.css';

interface Props {
  title: ReactNode;
  /** Beside the title: who works here, which step this is. */
  aside?: ReactNode;
  /** What stays whole when there is no room for both. */
  keeps?: 'title' | 'aside';
  /** At the end of the bar. */
  children?: ReactNode;
}

export function TopBar({ title, aside, keeps = 'title', children }: Props) {
  return (
    <header className={styles.bar} data-keeps={keeps}>
      <h1 className={styles.title}>{title}</h1>
      {aside && (
        <div className={styles.aside}>
          {typeof aside === 'string' ? <span className={styles.words}>{aside}</span> : aside}
        </div>
      )}
      <div className={styles.end}>{children}</div>
    </header>
  );
}
