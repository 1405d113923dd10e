import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import styles from './privacy.module.css';

const ASK_EVERY_MS = 400;

/** How far looking or erasing is, and a way to stop it. */
export function ErasingProgress({ what }: { what: 'look' | 'erase' }) {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const progress = useQuery(queries.privacy.progress.queryOptions({ refetchInterval: ASK_EVERY_MS, gcTime: 0 })).data;
  const stop = useMutation(queries.privacy.cancel.mutationOptions());
  const known = progress && progress.total > 0 ? progress : null;
  const words = t(what === 'look' ? 'privacy:erasing.looking' : 'privacy:erasing.busy');
  return (
    <div className={styles.progress}>
      <progress aria-label={words} max={known?.total ?? 1} value={known?.done} />
      <small role="status">
        {known && what === 'erase'
          ? t('privacy:erasing.progress', { done: format.number(known.done), total: format.number(known.total) })
          : words}
      </small>
      <Button variant="default" size="xs" onClick={() => stop.mutate(undefined)}>
        {t('privacy:erasing.stop')}
      </Button>
    </div>
  );
}
