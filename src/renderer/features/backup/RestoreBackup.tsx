import { Button } from '@mantine/core';
import { isDefinedError } from '@orpc/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { RecoverableBackup } from '../../../shared/contract/backup.ts';
import { announce } from '../../app/announce.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Tag } from '../../components/Tag.tsx';
import { BackupProgress } from './BackupProgress.tsx';
import { ConfirmRestore, type RestoreProblem } from './ConfirmRestore.tsx';
import { fileSize } from './fileSize.ts';
import styles from './RestoreBackup.module.css';
import { useLostWords } from './useLostWords.ts';

/** The last resort: closed until somebody opens it, and asked twice. */
export function RestoreBackup() {
  const t = useTexts();
  const titleId = useId();
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.restore} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.title}>
        {t('session:blocked.restore.title')}
      </h2>
      <p>{t('session:blocked.restore.intro')}</p>
      {open ? (
        <Backups onClose={() => setOpen(false)} />
      ) : (
        <Button variant="default" className={styles.start} onClick={() => setOpen(true)}>
          {t('session:blocked.restore.open')}
        </Button>
      )}
    </section>
  );
}

function problemOf(code: string | null): RestoreProblem {
  if (code === 'DAMAGED_BACKUP') return 'damaged';
  if (code === 'NO_MANAGER') return 'noManager';
  return code === 'STOPPED' ? 'stopped' : 'failed';
}

function Backups({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const { queries } = useApi();
  const backups = useQuery(queries.backup.recoverable.queryOptions());
  const [chosen, setChosen] = useState<RecoverableBackup | null>(null);
  const [confirming, setConfirming] = useState(false);
  const restore = useMutation(
    queries.backup.restore.mutationOptions({ onSuccess: () => announce(t('session:blocked.restore.done')) }),
  );

  const code = isDefinedError(restore.error) ? restore.error.code : null;
  const problem = restore.isError ? problemOf(code) : null;

  if (backups.isPending)
    return (
      <>
        <p role="status">{t('session:blocked.restore.looking')}</p>
        <BackupProgress label={t('session:blocked.restore.looking')} during="recovery" />
      </>
    );
  if (backups.isError) return <FieldError>{t('session:blocked.restore.failedList')}</FieldError>;
  if (backups.data.length === 0) return <p>{t('session:blocked.restore.none')}</p>;
  if (confirming && chosen)
    return (
      <ConfirmRestore
        backup={chosen}
        busy={restore.isPending}
        problem={problem}
        onCancel={() => setConfirming(false)}
        onConfirm={() => restore.mutate({ name: chosen.name })}
      />
    );
  return (
    <>
      <p>{t('session:blocked.restore.checked')}</p>
      <BackupChoice backups={backups.data} chosen={chosen} onChoose={setChosen} />
      <div className={styles.actions}>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button variant="default" disabled={!chosen} onClick={() => setConfirming(true)}>
          {t('session:blocked.restore.next')}
        </Button>
      </div>
    </>
  );
}

interface ChoiceProps {
  backups: RecoverableBackup[];
  chosen: RecoverableBackup | null;
  onChoose: (backup: RecoverableBackup) => void;
}

function BackupChoice({ backups, chosen, onChoose }: ChoiceProps) {
  const t = useTexts();
  const format = useFormat();
  const lostWords = useLostWords();
  const newestFirst = backups.toSorted((a, b) => b.madeAt - a.madeAt);
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{t('session:blocked.restore.choose')}</legend>
      {newestFirst.map((backup, index) => (
        <label key={backup.name} className={styles.option}>
          <input
            type="radio"
            name="backup"
            checked={backup.name === chosen?.name}
            disabled={backup.opens !== 'yes'}
            onChange={() => onChoose(backup)}
          />
          <span>
            {format.date(backup.madeAt)} {format.time(backup.madeAt)}
          </span>
          {index === 0 && <Tag>{t('session:blocked.restore.newest')}</Tag>}
          {backup.opens !== 'yes' && <Tag tone="stop">{t(`setup:restore.${backup.opens}`)}</Tag>}
          <small className={styles.size}>{fileSize(backup.bytes, format.number)}</small>
          <small className={styles.lost}>{lostWords(backup)}</small>
        </label>
      ))}
    </fieldset>
  );
}
