import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { useEffect } from 'react';
import { clearConfirmation, useDesk } from '../../app/deskStore.ts';
import { useTexts } from '../../app/texts.ts';
import styles from './StatusLine.module.css';

const SHOWN_MS = 12_000;

/** The line that says what was just done, or did not work; its room is always kept, so that nothing moves. */
export function StatusLine() {
  const t = useTexts();
  const confirmation = useDesk((desk) => desk.confirmation);

  useEffect(() => {
    if (!confirmation) return;
    const timer = setTimeout(clearConfirmation, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [confirmation]);

  const Icon = confirmation?.failed ? IconAlertCircle : IconCheck;
  return (
    <div className={styles.line} data-failed={confirmation?.failed ?? false}>
      {confirmation && (
        <>
          <Icon size="1.1em" aria-hidden="true" />
          <span className={styles.text}>{confirmation.text}</span>
          {confirmation.undo && (
            <button
              type="button"
              className={styles.undo}
              onClick={() => {
                clearConfirmation();
                confirmation.undo?.();
              }}
            >
              {t('desk:undo')}
            </button>
          )}
        </>
      )}
    </div>
  );
}
