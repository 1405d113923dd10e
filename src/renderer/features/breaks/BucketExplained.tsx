import type { BreakState } from '../../../shared/contract/breaks.ts';
import { useTexts } from '../../app/texts.ts';
import styles from './BucketExplained.module.css';
import { BucketPicture } from './BucketPicture.tsx';
import { becauseOf } from './becauseOf.ts';
import { bucketWords } from './bucketWords.ts';

/** How full the bucket is and why, and how it works. */
export function BucketExplained({ state }: { state: BreakState }) {
  const t = useTexts();
  return (
    <section className={styles.explained}>
      <BucketPicture state={state} />
      <div className={styles.words}>
        <b>{bucketWords(state, t)}</b>
        {state.line !== 'none' && <p>{becauseOf(state, t)}</p>}
        <p>{t('breaks:bucket.drops')}</p>
        <p>{t('breaks:bucket.leak')}</p>
        <p>{t('breaks:bucket.lines')}</p>
        <small>{t('breaks:bucket.rule')}</small>
      </div>
    </section>
  );
}
