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
import wayOn from '../session/wayOn.module.css';
import { BackupProgress } from './BackupProgress.tsx';
import { ConfirmRestore, type RestoreProblem } from './ConfirmRestore.tsx';
import { fileSize } from './fileSize.ts';
import styles from './RestoreBackup.module.css';
import { useCheckWords } from './useCheckWords.ts';
import { useLostWords } from './useLostWords.ts';
import { useRecoverableCheck } from './useRecoverableCheck.ts';

/** The last resort: closed until somebody opens it, and asked twice. */
export function RestoreBackup() {
  const t = useTexts();
  const titleId = useId();
  const [open, setOpen] = useState(false);
  return (
    <section className={wayOn.section} aria-labelledby={titleId}>
      <h2 id={titleId} className={wayOn.title}>
        {t('session:blocked.restore.title')}
      </h2>
      <p>{t('session:blocked.restore.intro')}</p>
      {open ? (
        <Backups onClose={() => setOpen(false)} />
      ) : (
        <Button variant="default" className={wayOn.button} onClick={() => setOpen(true)}>
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

  const check = useRecoverableCheck();
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
      <BackupChoice
        backups={backups.data}
        chosen={chosen}
        onChoose={setChosen}
        checking={check.checking}
        onCheck={check.run}
      />
      <p role="status">{check.said}</p>
      {check.checking && <BackupProgress label={t('backup:checking')} during="recovery" />}
      {check.problem && <FieldError>{check.problem}</FieldError>}
      <div className={styles.actions}>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button
          variant="default"
          // Only who comes back from the question has chosen already.
          autoFocus={chosen !== null}
          disabled={!chosen || check.checking !== null}
          onClick={() => setConfirming(true)}
        >
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
  /** The name of the one that is being read through. */
  checking: string | null;
  onCheck: (backup: RecoverableBackup) => void;
}

function BackupChoice({ backups, chosen, onChoose, checking, onCheck }: ChoiceProps) {
  const t = useTexts();
  const format = useFormat();
  const lostWords = useLostWords();
  const checkWords = useCheckWords();
  const newestFirst = backups.toSorted((a, b) => b.madeAt - a.madeAt);
  const whenOf = ({ madeAt }: RecoverableBackup) => `${format.date(madeAt)} ${format.time(madeAt)}`;
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{t('session:blocked.restore.choose')}</legend>
      <div className={styles.options}>
        {newestFirst.map((backup, index) => (
          <div key={backup.name} className={styles.option}>
            <label className={styles.chosen}>
              <input
                type="radio"
                name="backup"
                checked={backup.name === chosen?.name}
                disabled={backup.opens !== 'yes'}
                onChange={() => onChoose(backup)}
              />
              <span>{whenOf(backup)}</span>
              {index === 0 && <Tag>{t('session:blocked.restore.newest')}</Tag>}
              {backup.opens !== 'yes' && <Tag tone="stop">{t(`setup:restore.${backup.opens}`)}</Tag>}
              {backup.lastCheck?.isWhole === false && <Tag tone="stop">{t('backup:lastCheck.notWholeTag')}</Tag>}
              <small className={styles.size}>{fileSize(backup.bytes, format.number)}</small>
              <small className={styles.lost}>{lostWords(backup)}</small>
            </label>
            <div className={styles.check}>
              <small>
                {backup.opens === 'yes' && t('backup:lastCheck.opens')} {checkWords(backup.lastCheck)}
              </small>
              <Button
                className={styles.checkNow}
                variant="subtle"
                size="compact-sm"
                disabled={checking !== null || backup.opens !== 'yes'}
                aria-label={t('backup:checkOf', { when: whenOf(backup) })}
                onClick={() => onCheck(backup)}
              >
                {t('backup:check')}
              </Button>
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
