import type { ReactNode } from 'react';
import styles from './Tag.module.css';

interface Props {
  tone?: 'stop' | 'due' | 'calm' | 'accent' | 'plain';
  children: ReactNode;
}

export function Tag({ tone = 'plain', children }: Props) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  );
}
