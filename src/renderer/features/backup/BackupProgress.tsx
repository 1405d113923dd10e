import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import styles from './BackupProgress.module.css';

/** What is done within a second needs no telling. */
const SHOWN_AFTER_MS = 1000;
const ASK_EVERY_MS = 400;

interface Props {
  label: string;
  /** While a store cannot be opened, or there is none yet, nobody is at work: then other procedures tell and stop it. */
  during?: 'work' | 'recovery' | 'setup' | 'update';
}

/** How far it is, and a way to stop it. */
export function BackupProgress({ label, during = 'work' }: Props) {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const asked = { refetchInterval: ASK_EVERY_MS, gcTime: 0 };
  const { progress: tell, cancel } = {
    work: queries.backup,
    recovery: { progress: queries.backup.restoreProgress, cancel: queries.backup.cancelRestore },
    update: { progress: queries.session.updateProgress, cancel: queries.session.cancelUpdate },
    setup: { progress: queries.setup.restoreProgress, cancel: queries.setup.cancelRestore },
  }[during];
  const progress = useQuery(tell.queryOptions(asked)).data;
  const stop = useMutation(cancel.mutationOptions());
  if (!shown) return null;
  return (
    <div className={styles.progress}>
      <progress aria-label={label} max={progress?.total ?? 1} value={progress?.done} />
      <small>{progress ? t('backup:percent', { done: format.number(progress.done) }) : null}</small>
      <Button variant="default" size="xs" loading={stop.isSuccess} onClick={() => stop.mutate(undefined)}>
        {t('backup:stop')}
      </Button>
    </div>
  );
}
