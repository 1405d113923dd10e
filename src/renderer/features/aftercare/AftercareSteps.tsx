import type { AftercareOfWorker } from '../../../shared/contract/aftercare.ts';
import { useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Tag } from '../../components/Tag.tsx';
import styles from './aftercare.module.css';
import { useAftercareWords } from './useAftercareWords.ts';

/** The four moments of the clock, and how each of them stands. */
export function AftercareSteps({ aftercare }: { aftercare: AftercareOfWorker }) {
  const t = useTexts();
  const now = useNow();
  const words = useAftercareWords();
  const isOpen = aftercare.closed === null;
  return (
    <ol className={styles.steps} aria-label={t('aftercare:title')}>
      {aftercare.steps.map((one) => {
        const isToCome = ['later', 'due', 'late'].includes(one.state);
        if (isToCome && !isOpen) return null;
        return (
          <li key={one.step} className={styles.step} data-next={one.step === aftercare.next?.step}>
            <span>{words.step(one.step)}</span>
            <small>{isToCome ? words.when(one, now) : ''}</small>
            <Tag tone={words.tone(one.state)}>{words.state(one.state)}</Tag>
          </li>
        );
      })}
    </ol>
  );
}
