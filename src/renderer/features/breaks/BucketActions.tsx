import { Button } from '@mantine/core';
import type { BreakState } from '../../../shared/contract/breaks.ts';
import { openSheet } from '../../app/deskStore.ts';
import { enterHasMeaning, useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { StatusLine } from '../window/StatusLine.tsx';
import { AskTakeOver } from './AskTakeOver.tsx';
import styles from './BucketActions.module.css';
import { useBreakActions } from './useBreaks.ts';

/** What a worker can do about the bucket, always in sight. */
export function BucketActions({ state }: { state: BreakState }) {
  const t = useTexts();
  const { start } = useBreakActions();
  const begin = () => void start('break', state.running);

  useShortcuts('sheet', { Enter: (event) => (enterHasMeaning(event.target) ? false : begin()) });

  return (
    <div className={styles.rows}>
      <div className={styles.row}>
        <Button onClick={begin} aria-keyshortcuts="Enter">
          {t('breaks:start')}
          <KeyHint>⏎</KeyHint>
        </Button>
        <Button variant="default" onClick={() => void start('otherWork', state.running)}>
          {t('breaks:prompt.otherWork')}
        </Button>
      </div>
      <div className={styles.row}>
        <AskTakeOver request={state.request} />
        <Button variant="default" onClick={() => openSheet({ kind: 'tally' })}>
          {t('breaks:bucket.behind')}
        </Button>
      </div>
      <div className={styles.line}>
        <small>{t('breaks:bucket.onlyYou')}</small>
        <StatusLine />
      </div>
    </div>
  );
}
