import { Button } from '@mantine/core';
import { isDefinedError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { BackupProgress } from '../backup/BackupProgress.tsx';
import styles from './wayOn.module.css';

interface Props {
  problem: 'missingWork' | 'olderKeys';
}

/** The way on for who knows what is missing: nothing that is there is thrown away by it. */
export function GoOn({ problem }: Props) {
  const t = useTexts();
  const { queries } = useApi();
  const titleId = useId();
  const [understood, setUnderstood] = useState(false);
  // What the core tells next takes this screen away.
  const goOn = useMutation(queries.session.goOn.mutationOptions());
  const refusal = isDefinedError(goOn.error) ? goOn.error.code : null;
  const isStopped = refusal === 'STOPPED';

  function said(): string | null {
    if (goOn.isPending) return t('session:blocked.goOn.going');
    return isStopped ? t('session:blocked.goOn.stopped') : null;
  }

  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.title}>
        {t('session:blocked.goOn.title')}
      </h2>
      <p>
        {t(`session:blocked.goOn.${problem}`)} {t('session:blocked.goOn.logged')}
      </p>
      <label className={styles.understood}>
        <input type="checkbox" checked={understood} onChange={(event) => setUnderstood(event.target.checked)} />
        <span>{t(`session:blocked.goOn.understood.${problem}`)}</span>
      </label>
      <p role="status">{said()}</p>
      {goOn.isPending && <BackupProgress label={t('session:blocked.goOn.going')} during="recovery" />}
      {goOn.isError && !isStopped && (
        <FieldError>{t(`session:blocked.goOn.${refusal === 'UNWRITABLE' ? 'disk' : 'failed'}`)}</FieldError>
      )}
      <Button
        variant="default"
        className={styles.button}
        disabled={!understood}
        loading={goOn.isPending}
        onClick={() => goOn.mutate(undefined)}
      >
        {t('session:blocked.goOn.confirm')}
      </Button>
    </section>
  );
}
