import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import styles from './exports.module.css';

/** What is done within a second needs no telling. */
const SHOWN_AFTER_MS = 1000;
const ASK_EVERY_MS = 400;

/** How far it is, and a way to stop it. */
export function ExportProgress() {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const progress = useQuery(queries.exports.progress.queryOptions({ refetchInterval: ASK_EVERY_MS, gcTime: 0 })).data;
  const stop = useMutation(queries.exports.cancel.mutationOptions());
  if (!shown) return null;
  const known = progress && progress.total > 0 ? progress : null;
  return (
    <div className={styles.progress}>
      <progress aria-label={t('exports:busy')} max={known?.total ?? 1} value={known?.done} />
      <small>
        {known
          ? t('exports:progress', { done: format.number(known.done), total: format.number(known.total) })
          : t('exports:busy')}
      </small>
      <Button variant="default" size="xs" onClick={() => stop.mutate(undefined)}>
        {t('exports:stop')}
      </Button>
    </div>
  );
}
