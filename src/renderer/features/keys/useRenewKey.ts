import { isDefinedError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';

/** Renews the data key; the texts say how that ended. */
export function useRenewKey() {
  const t = useTexts();
  const { queries } = useApi();
  const { mutate, isPending, isSuccess, error } = useMutation(queries.keys.renew.mutationOptions());

  function problem(): string | null {
    if (!error) return null;
    if (!isDefinedError(error)) return t('keys:problems.failed');
    const { code } = error;
    if (code === 'BUSY' || code === 'CANCELLED' || code === 'NOT_READY') return t(`keys:problems.${code}`);
    return t('keys:problems.failed');
  }

  return { renew: () => mutate(undefined), busy: isPending, done: isSuccess, problem: problem() };
}
