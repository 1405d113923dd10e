import { Button } from '@mantine/core';
import { IconCup } from '@tabler/icons-react';
import { enterHasMeaning, useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useBreakActions, useBreakState } from '../breaks/useBreaks.ts';
import styles from './AfterConcern.module.css';

/** After a heavy call: recorded, and would you like a moment for yourself. */
export function AfterConcern({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const state = useBreakState();
  const { start } = useBreakActions();
  useShortcuts('sheet', { Enter: (event) => (enterHasMeaning(event.target) ? false : onClose()) });
  return (
    <div className={styles.after}>
      <p>{t('desk:confirmConcern')}</p>
      <Notice
        tone="calm"
        icon={<IconCup size="1.2em" aria-hidden="true" />}
        title={t('distress:after.break')}
        actions={
          <>
            <Button onClick={() => void start('break', state?.running ?? null)} aria-keyshortcuts="F10">
              {t('distress:after.takeBreak')}
              <KeyHint>F10</KeyHint>
            </Button>
            <Button variant="default" onClick={onClose} aria-keyshortcuts="Enter">
              {t('distress:after.goOn')}
              <KeyHint>⏎</KeyHint>
            </Button>
          </>
        }
      />
    </div>
  );
}
