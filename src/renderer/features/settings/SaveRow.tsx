import { Button } from '@mantine/core';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { SubmitButton } from '../../components/SubmitButton.tsx';
import styles from './settings.module.css';

interface Props {
  changed: boolean;
  busy: boolean;
  saved: boolean;
  failed: boolean;
  onUndo: () => void;
}

/** Under a form: saves it, takes changes back, and says how it stands. */
export function SaveRow({ changed, busy, saved, failed, onUndo }: Props) {
  const t = useTexts();
  return (
    <div className={styles.buttons}>
      <SubmitButton ready={changed} loading={busy}>
        {t('settings:save')}
      </SubmitButton>
      {changed && (
        <Button variant="default" disabled={busy} onClick={onUndo}>
          {t('settings:undo')}
        </Button>
      )}
      <span role="status">
        {changed && !busy && <small>{t('settings:unsaved')}</small>}
        {saved && !changed && <span className={styles.saved}>{t('settings:saved')}</span>}
      </span>
      {failed && <FieldError>{t('settings:failed')}</FieldError>}
    </div>
  );
}
