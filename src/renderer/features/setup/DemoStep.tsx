import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Notice } from '../../components/Notice.tsx';
import styles from './setup.module.css';
import { Working } from './Working.tsx';

/** A practice to try things with, or an empty start. */
export function DemoStep({ onDone }: { onDone: () => void }) {
  const t = useTexts();
  const { queries } = useApi();
  const load = useMutation(queries.setup.loadDemo.mutationOptions({ onSuccess: onDone }));
  return (
    <div className={styles.form}>
      <div>
        <h1 className={styles.title}>{t('setup:demo.title')}</h1>
        <p>{t('setup:demo.intro')}</p>
      </div>
      <Notice tone="say">
        <p>{t('setup:demo.marked')}</p>
      </Notice>
      {load.isError && <FieldError>{t('setup:demo.failed')}</FieldError>}
      {load.isPending && <Working label={t('setup:demo.loading')} />}
      <div className={styles.row}>
        <Button variant="default" disabled={load.isPending} onClick={onDone}>
          {t('setup:demo.skip')}
        </Button>
        <Button autoFocus loading={load.isPending} onClick={() => load.mutate(undefined)}>
          {t('setup:demo.load')}
        </Button>
      </div>
    </div>
  );
}
