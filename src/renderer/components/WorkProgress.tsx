import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import styles from './WorkProgress.module.css';

/** What is done within a second needs no telling. */
const SHOWN_AFTER_MS = 1000;

/** How work that goes on is asked about. */
export const whileItGoesOn = { refetchInterval: 400, gcTime: 0 } as const;

interface Props {
  label: string;
  /** Undefined where nobody knows yet. */
  done: number | undefined;
  total: number;
  words: ReactNode;
  /** Null for what is not left half-way. */
  stop: { label: string; isAsked?: boolean; onStop: () => void } | null;
  children?: ReactNode;
}

/** How far long work is, and a way to stop it. */
export function WorkProgress({ label, done, total, words, stop, children }: Props) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div className={styles.progress}>
      <progress aria-label={label} max={total} value={done} />
      <small>{words}</small>
      {stop && (
        <Button variant="default" size="xs" loading={stop.isAsked ?? false} onClick={stop.onStop}>
          {stop.label}
        </Button>
      )}
      {children}
    </div>
  );
}
