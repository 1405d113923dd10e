import { Button } from '@mantine/core';
import type { BreakState } from '../../../shared/contract/breaks.ts';
import { openSheet } from '../../app/deskStore.ts';
import { enterHasMeaning, useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { AskTakeOver } from './AskTakeOver.tsx';
import styles from './BucketExplained.module.css';
import { BucketPicture } from './BucketPicture.tsx';
import { becauseOf } from './becauseOf.ts';
import { bucketWords } from './bucketWords.ts';
import { useBreakActions } from './useBreaks.ts';

/** What the bucket is and how it works, with a way to begin a break. */
export function BucketExplained({ state }: { state: BreakState }) {
  const t = useTexts();
  const { start } = useBreakActions();
  const begin = () => void start('break', state.running);

  useShortcuts('sheet', { Enter: (event) => (enterHasMeaning(event.target) ? false : begin()) });

  return (
    <section className={styles.explained}>
      <div className={styles.split}>
        <BucketPicture state={state} />
        <div className={styles.words}>
          <b>{bucketWords(state, t)}</b>
          {state.line !== 'none' && <p>{becauseOf(state, t)}</p>}
          <p>{t('breaks:bucket.drops')}</p>
          <p>{t('breaks:bucket.leak')}</p>
          <p>{t('breaks:bucket.lines')}</p>
          <small>{t('breaks:bucket.rule')}</small>
        </div>
      </div>
      <div className={styles.actions}>
        <Button onClick={begin} aria-keyshortcuts="Enter">
          {t('breaks:start')}
          <KeyHint>⏎</KeyHint>
        </Button>
        <Button variant="default" onClick={() => void start('otherWork', state.running)}>
          {t('breaks:prompt.otherWork')}
        </Button>
      </div>
      <div className={styles.actions}>
        <AskTakeOver request={state.request} />
        <Button size="xs" variant="default" onClick={() => openSheet({ kind: 'tally' })}>
          {t('breaks:bucket.behind')}
        </Button>
      </div>
      <small>{t('breaks:bucket.onlyYou')}</small>
    </section>
  );
}
