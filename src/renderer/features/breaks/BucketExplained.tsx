import { Button } from '@mantine/core';
import type { BreakState } from '../../../shared/contract/breaks.ts';
import { enterHasMeaning, useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import styles from './BucketExplained.module.css';
import { BucketPicture } from './BucketPicture.tsx';
import { bucketWords } from './bucketWords.ts';
import { useBreakActions } from './useBreaks.ts';

/** What the bucket is and how it works; small beside a running break, with a way to begin one otherwise. */
export function BucketExplained({ state }: { state: BreakState }) {
  const t = useTexts();
  const { start } = useBreakActions();
  const mayStart = state.running === null;
  const begin = () => void start('break', state.running);

  useShortcuts('sheet', mayStart ? { Enter: (event) => (enterHasMeaning(event.target) ? false : begin()) } : {});

  return (
    <section className={styles.explained}>
      {!mayStart && <SectionTitle>{t('breaks:bucket.title')}</SectionTitle>}
      <div className={styles.split}>
        <BucketPicture state={state} />
        <div className={styles.words}>
          <b>{bucketWords(state, t)}</b>
          <p>{t('breaks:bucket.drops')}</p>
          <p>{t('breaks:bucket.leak')}</p>
          {mayStart && <p>{t('breaks:bucket.lines')}</p>}
          {mayStart && <small>{t('breaks:bucket.rule')}</small>}
          <small>{t('breaks:bucket.onlyYou')}</small>
        </div>
      </div>
      {mayStart && (
        <div className={styles.actions}>
          <Button onClick={begin} aria-keyshortcuts="Enter">
            {t('breaks:start')}
            <KeyHint>⏎</KeyHint>
          </Button>
          <Button variant="default" onClick={() => void start('otherWork', state.running)}>
            {t('breaks:prompt.otherWork')}
          </Button>
        </div>
      )}
    </section>
  );
}
