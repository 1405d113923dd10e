import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { ConfirmKey } from './ConfirmKey.tsx';
import { ShowKey } from './ShowKey.tsx';
import styles from './setup.module.css';

interface Props {
  /** The key was typed back rightly. */
  onDone: () => void;
  /** Puts it off, where it may be put off. */
  onLater?: () => void;
}

/** Shows the recovery key that waits to be kept, then has two of its groups typed back. */
export function RecoveryKeySteps({ onDone, onLater }: Props) {
  const t = useTexts();
  const { queries } = useApi();
  const [confirming, setConfirming] = useState(false);
  // Not kept in memory for longer than it is on the screen.
  const pending = useQuery(queries.setup.pendingRecoveryKey.queryOptions({ gcTime: 0 }));

  if (pending.isPending) return <p role="status">{t('common:loading')}</p>;
  if (pending.isError) return <FieldError>{t('setup:key.failed')}</FieldError>;
  if (!pending.data) return <MakeNewKey onLater={onLater} />;
  if (confirming)
    return <ConfirmKey askedGroups={pending.data.askedGroups} onBack={() => setConfirming(false)} onDone={onDone} />;
  return <ShowKey groups={pending.data.groups} onNext={() => setConfirming(true)} onLater={onLater} />;
}

/** The core shows a key only in the session in which it was made: after that there must be a new one. */
function MakeNewKey({ onLater }: Pick<Props, 'onLater'>) {
  const t = useTexts();
  const { queries } = useApi();
  const queryClient = useQueryClient();
  const make = useMutation(
    queries.setup.newRecoveryKey.mutationOptions({
      onSuccess: (key) => queryClient.setQueryData(queries.setup.pendingRecoveryKey.queryKey(), key),
    }),
  );
  return (
    <div className={styles.form}>
      <h1 className={styles.title}>{t('setup:key.title')}</h1>
      <p>
        {t('setup:key.missing')} {t('setup:key.missingMeaning')}
      </p>
      {make.isError && <FieldError>{t('setup:key.failed')}</FieldError>}
      <div className={styles.row}>
        {onLater && (
          <Button variant="default" onClick={onLater}>
            {t('setup:key.later')}
          </Button>
        )}
        <Button autoFocus loading={make.isPending} onClick={() => make.mutate(undefined)}>
          {t('setup:key.makeNew')}
        </Button>
      </div>
    </div>
  );
}
