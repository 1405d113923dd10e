import type { ReactNode } from 'react';
import styles from './team.module.css';

interface Props {
  intro: string;
  /** What can be added here. */
  action?: ReactNode;
  /** What was just done, for the eye and for a screen reader. */
  done: string;
}

/** The top of a part of the team page. */
export function PartHead({ intro, action, done }: Props) {
  return (
    <>
      <div className={styles.head}>
        <p className={styles.intro}>{intro}</p>
        {action}
      </div>
      <p role="status" className={styles.done}>
        {done}
      </p>
    </>
  );
}
