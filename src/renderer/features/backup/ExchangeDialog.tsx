import { Button } from '@mantine/core';
import { isDefinedError } from '@orpc/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { TextField } from '../../components/TextField.tsx';
import { BackupProgress } from './BackupProgress.tsx';
import styles from './ExchangeDialog.module.css';
import { useNotedWords } from './useLostWords.ts';

interface Props {
  /** An older backup, or what stood there before something else took its place. */
  what: 'older' | 'putBack';
  name: string;
  when: string;
  onClose: () => void;
}

const problems = {
  DAMAGED_BACKUP: 'damaged',
  NO_MANAGER: 'noManager',
  STOPPED: 'stopped',
  LOST_MORE: 'lostMore',
} as const;

/** Asks before other data takes the place of what is there: whoever confirms types how much is lost. */
export function ExchangeDialog({ what, name, when, onClose }: Props) {
  const t = useTexts();
  const { queries } = useApi();
  const notedWords = useNotedWords();
  const [typed, setTyped] = useState('');
  const lost = useQuery(queries.backup.lost.queryOptions({ input: { name }, gcTime: 0, staleTime: 0 }));
  const { restoreOlder, putBack } = queries.backup;
  // When it is done the app locks, and this is gone.
  const exchange = useMutation(
    (what === 'older' ? restoreOlder : putBack).mutationOptions({
      onError: () => {
        setTyped('');
        void lost.refetch();
      },
    }),
  );
  const total = lost.data ? lost.data.contacts + lost.data.incidents : null;
  const isTyped = total !== null && typed.trim() === String(total);

  function problem(): string | null {
    if (lost.isError) return t('backup:exchange.unread');
    if (!exchange.isError) return null;
    const code = isDefinedError(exchange.error) ? exchange.error.code : '';
    const known = Object.entries(problems).find(([name]) => name === code)?.[1] ?? 'failed';
    return t(`backup:exchange.${known}`);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isTyped && !exchange.isPending) exchange.mutate({ name, lost: total });
  }

  const words = problem();
  return (
    <Dialog title={t(`backup:exchange.${what}Title`, { when })} onClose={() => exchange.isPending || onClose()}>
      <form className={styles.form} noValidate onSubmit={submit}>
        {lost.data && <p>{t('backup:exchange.lost', { what: notedWords(lost.data) })}</p>}
        <p>{t('backup:exchange.kept')}</p>
        {total !== null && (
          <TextField
            ref={focusOnce}
            label={t('backup:exchange.type', { number: total })}
            hint={t('backup:exchange.typeHint')}
            value={typed}
            maxLength={12}
            inputMode="numeric"
            onChange={setTyped}
            describedBy={words ? 'exchange-problem' : undefined}
          />
        )}
        {words && <FieldError id="exchange-problem">{words}</FieldError>}
        {exchange.isPending && <p role="status">{t('backup:exchange.restoring')}</p>}
        {exchange.isPending && <BackupProgress label={t('backup:exchange.restoring')} />}
        <div className={styles.actions}>
          <Button variant="default" disabled={exchange.isPending} onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" variant="outline" color="red" disabled={!isTyped} loading={exchange.isPending}>
            {t('backup:exchange.confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The same function with every render, so that the focus is given once. */
const focusOnce = (field: HTMLInputElement | null) => field?.focus();
