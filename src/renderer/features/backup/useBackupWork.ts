import { isDefinedError, safe } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

export type BackupWork = { what: 'make' } | { what: 'check'; name: string };

export type BackupOutcome =
  | { outcome: 'made'; madeAt: number }
  | { outcome: 'stopped' | 'failed' }
  | { outcome: 'whole' | 'notWhole' | 'checkFailed'; name: string };

/** Making a backup or reading one through, and what came of the last. */
export function useBackupWork() {
  const { client } = useApi();

  async function make(): Promise<BackupOutcome> {
    const { error, data } = await safe(client.backup.make());
    if (!error) return { outcome: 'made', madeAt: data.madeAt };
    return { outcome: isDefinedError(error) && error.code === 'STOPPED' ? 'stopped' : 'failed' };
  }

  async function check(name: string): Promise<BackupOutcome> {
    const { error } = await safe(client.backup.check({ name }));
    if (!error) return { outcome: 'whole', name };
    if (!isDefinedError(error)) return { outcome: 'checkFailed', name };
    if (error.code === 'STOPPED') return { outcome: 'stopped' };
    return { outcome: error.code === 'DAMAGED_BACKUP' ? 'notWhole' : 'checkFailed', name };
  }

  const work = useMutation({
    mutationFn: (asked: BackupWork) => (asked.what === 'make' ? make() : check(asked.name)),
  });
  return {
    run: work.mutate,
    /** What is being done now. */
    doing: work.isPending ? work.variables.what : null,
    result: work.isSuccess ? work.data : null,
  };
}
