import { isDefinedError, safe } from '@orpc/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RecoverableBackup } from '../../../shared/contract/backup.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';

type Outcome = 'whole' | 'notWhole' | 'stopped' | 'failed';

/** Reads one of the backups through while the store cannot be opened, and tells in words what came of it. */
export function useRecoverableCheck() {
  const t = useTexts();
  const format = useFormat();
  const { client, queries } = useApi();
  const known = useQueryClient();

  async function check({ name }: RecoverableBackup): Promise<Outcome> {
    const { error, data: lastCheck } = await safe(client.backup.checkRecoverable({ name }));
    if (error) return isDefinedError(error) && error.code === 'STOPPED' ? 'stopped' : 'failed';
    // Asking for the list again would count once more what each of them lacks.
    known.setQueryData(queries.backup.recoverable.queryKey(), (backups) =>
      backups?.map((backup) => (backup.name === name ? { ...backup, lastCheck } : backup)),
    );
    return lastCheck.isWhole ? 'whole' : 'notWhole';
  }

  const { mutate, isPending, data, variables } = useMutation({ mutationFn: check });
  const when = variables ? `${format.date(variables.madeAt)} ${format.time(variables.madeAt)}` : '';

  function said(): string | null {
    if (isPending) return t('backup:checking');
    if (data === 'whole') return t('backup:whole', { when });
    return data === 'stopped' ? t('backup:checkStopped') : null;
  }

  function problem(): string | null {
    if (isPending) return null;
    if (data === 'failed') return t('backup:checkFailed');
    return data === 'notWhole' ? t('backup:notWholeOther', { when }) : null;
  }

  return {
    run: mutate,
    /** The name of the one that is being read through. */
    checking: isPending ? variables.name : null,
    said: said(),
    problem: problem(),
  };
}
