import { Button } from '@mantine/core';
import type { SaveState } from '../../app/saver.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { SubmitButton } from '../../components/SubmitButton.tsx';
import { KeptLine } from '../unfinished/KeptLine.tsx';
import styles from './settings.module.css';

interface Props {
  changed: boolean;
  /** Whether what is changed can be saved; it can, unless told otherwise. */
  complete?: boolean;
  busy: boolean;
  saved: boolean;
  failed: boolean;
  /** Of what is typed. */
  saveState: SaveState;
  onUndo: () => void;
}

/** Under a form whose changes are kept until they are saved: saves them, takes them back, and says how it stands. */
export function SaveRow({ changed, complete = true, busy, saved, failed, saveState, onUndo }: Props) {
  const t = useTexts();
  return (
    <div className={styles.buttons}>
      <SubmitButton ready={changed && complete} loading={busy}>
        {t('settings:save')}
      </SubmitButton>
      {changed && (
        <Button variant="default" disabled={busy} onClick={onUndo}>
          {t('settings:undo')}
        </Button>
      )}
      {/* Changes that nobody touched yet were kept before. */}
      {changed && !busy && <KeptLine saveState={saveState === 'untouched' ? 'saved' : saveState} />}
      <span role="status">{saved && !changed && <span className={styles.saved}>{t('settings:saved')}</span>}</span>
      {failed && <FieldError>{t('settings:failed')}</FieldError>}
    </div>
  );
}
