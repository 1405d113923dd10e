import { Say } from '../../components/Say.tsx';
import styles from './AdviceText.module.css';
import type { Advice } from './texts.ts';

/** Large enough to read while listening. */
export function AdviceText({ advice }: { advice: Advice }) {
  return (
    <div className={styles.advice} aria-live="polite">
      <h2 className={styles.title}>{advice.title}</h2>
      {advice.say && <Say large>{advice.say}</Say>}
      <ul className={styles.hints}>
        {advice.hint.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
