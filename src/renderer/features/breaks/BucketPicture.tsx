import { useId } from 'react';
import type { BreakState } from '../../../shared/contract/breaks.ts';
import styles from './BucketPicture.module.css';

const TOP = 8;
const HEIGHT = 84;
/** The second line stands a little under the rim, so that what is over it can be seen. */
const SECOND_LINE = 0.84;

const heightOf = (level: number): number => TOP + HEIGHT * (1 - Math.min(1, level * SECOND_LINE));

/** The bucket large, with both lines; the words beside it say the same. */
export function BucketPicture({ state }: { state: BreakState }) {
  const inside = useId();
  const water = heightOf(state.level);
  return (
    <svg className={styles.picture} data-line={state.line} viewBox="0 0 84 104" aria-hidden="true">
      <clipPath id={inside}>
        <path d="M8 4 L14 90 a6 6 0 0 0 6 6 H64 a6 6 0 0 0 6 -6 L76 4 z" />
      </clipPath>
      <g clipPath={`url(#${inside})`}>
        <rect className={styles.water} x="0" y={water} width="84" height="104" />
        <line className={styles.line} x1="0" x2="84" y1={heightOf(state.firstLine)} y2={heightOf(state.firstLine)} />
        <line className={styles.line} x1="0" x2="84" y1={heightOf(1)} y2={heightOf(1)} />
      </g>
      <path className={styles.wall} d="M8 4 L14 90 a6 6 0 0 0 6 6 H64 a6 6 0 0 0 6 -6 L76 4" />
    </svg>
  );
}
