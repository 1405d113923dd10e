import { Say } from '../../components/Say.tsx';
import styles from './AdviceText.module.css';
import type { Advice } from './texts.ts';

interface Props {
  advice: Advice;
  /** Nothing stands under it, so that all of it can be large. */
  roomy?: boolean;
}

/** Large enough to read while listening. */
export function AdviceText({ advice, roomy }: Props) {
  return (
    <div className={styles.advice} aria-live="polite">
      <h2 className={styles.title}>{advice.title}</h2>
      {advice.say && <Say large>{advice.say}</Say>}
      <ul className={roomy ? styles.largeHints : styles.hints}>
        {advice.hint.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
