import type { ReactNode } from 'react';
import { Notice, type Tone } from './Notice.tsx';
import styles from './NoticeRow.module.css';

interface Props {
  tone: Tone;
  icon: ReactNode;
  title: string;
  text: string;
  action: ReactNode;
  /** What went wrong with the action. */
  problem?: ReactNode;
}

/** A notice across a page, with the one thing to do about it at its end. */
export function NoticeRow({ tone, icon, title, text, action, problem }: Props) {
  return (
    <Notice tone={tone} label={title}>
      <div className={styles.row}>
        <span className={styles.icon}>{icon}</span>
        <p>
          <strong>{title}.</strong> {text}
        </p>
        {action}
      </div>
      {problem}
    </Notice>
  );
}
