import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import styles from './keys.module.css';

/** What is done within a second needs no telling. */
const SHOWN_AFTER_MS = 1000;
const ASK_EVERY_MS = 400;

/** How far the renewal is, and a way to stop it. */
export function RenewProgress() {
  const t = useTexts();
  const { queries } = useApi();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const progress = useQuery(queries.keys.progress.queryOptions({ refetchInterval: ASK_EVERY_MS, gcTime: 0 })).data;
  const stop = useMutation(queries.keys.cancel.mutationOptions());
  if (!shown) return null;
  const percent = Math.round((progress?.part ?? 0) * 100);
  return (
    <div className={styles.progress}>
      <progress aria-label={t('keys:busy')} max={100} value={percent} />
      <small>{t('keys:part', { percent })}</small>
      <Button variant="default" size="xs" onClick={() => stop.mutate(undefined)}>
        {t('keys:stop')}
      </Button>
      <small>{t('keys:busy')}</small>
    </div>
  );
}
