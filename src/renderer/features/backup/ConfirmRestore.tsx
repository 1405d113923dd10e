import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import type { RecoverableBackup } from '../../../shared/contract/backup.ts';
import { useFormat } from '../../app/format.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import wayOn from '../session/wayOn.module.css';
import { BackupProgress } from './BackupProgress.tsx';
import styles from './RestoreBackup.module.css';
import { useLostWords } from './useLostWords.ts';

export type RestoreProblem = 'damaged' | 'failed' | 'noManager' | 'stopped';

interface Props {
  backup: RecoverableBackup;
  busy: boolean;
  problem: RestoreProblem | null;
  onCancel: () => void;
  onConfirm: () => void;
}

/** The second question: what will be missing, with the way back in front. */
export function ConfirmRestore({ backup, busy, problem, onCancel, onConfirm }: Props) {
  const t = useTexts();
  const format = useFormat();
  const lostWords = useLostWords();
  const titleId = useId();
  const [understood, setUnderstood] = useState(false);
  useShortcuts('view', { Escape: () => !busy && onCancel() });
  const when = `${format.date(backup.madeAt)} ${format.time(backup.madeAt)}`;
  return (
    <section className={styles.confirm} aria-labelledby={titleId}>
      <h3 id={titleId} className={styles.question}>
        {t('session:blocked.restore.confirmTitle', { when })}
      </h3>
      <p>{t('session:blocked.restore.confirmText')}</p>
      <p>
        <strong>{lostWords(backup)}</strong>
      </p>
      <label className={wayOn.understood}>
        <input type="checkbox" checked={understood} onChange={(event) => setUnderstood(event.target.checked)} />
        <span>{t('session:blocked.restore.understood', { when })}</span>
      </label>
      {problem && <FieldError>{t(`session:blocked.restore.${problem}`)}</FieldError>}
      {busy && <p role="status">{t('session:blocked.restore.restoring')}</p>}
      {busy && <BackupProgress label={t('session:blocked.restore.restoring')} during="recovery" />}
      <div className={styles.actions}>
        <Button autoFocus disabled={busy} onClick={onCancel}>
          {t('common:cancel')}
        </Button>
        <Button variant="outline" color="red" disabled={!understood} loading={busy} onClick={onConfirm}>
          {t('session:blocked.restore.confirm')}
        </Button>
      </div>
    </section>
  );
}
