import { useId } from 'react';
import styles from './Bucket.module.css';

interface Props {
  /** 0 is empty, 1 is at the second line. */
  level: number;
  line: 'none' | 'suggest' | 'insist';
}

const HEIGHT = 16;

/** The worker's own bucket, small; what it says in words stands in the label around it. */
export function Bucket({ level, line }: Props) {
  const inside = useId();
  const height = Math.min(1, Math.max(0, level)) * HEIGHT;
  return (
    <svg className={styles.bucket} data-line={line} aria-hidden="true" viewBox="0 0 18 20">
      <clipPath id={inside}>
        <path d="M2 2 V15 a4 4 0 0 0 4 4 h6 a4 4 0 0 0 4 -4 V2 z" />
      </clipPath>
      <rect className={styles.water} clipPath={`url(#${inside})`} x="2" y={19 - height} width="14" height={height} />
      <path className={styles.wall} d="M2 2 V15 a4 4 0 0 0 4 4 h6 a4 4 0 0 0 4 -4 V2" />
    </svg>
  );
}
