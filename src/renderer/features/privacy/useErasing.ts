import { safe } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import type { RetentionRun, Trial } from '../../../shared/contract/privacy.ts';
import { useApi } from '../../app/api.ts';

/** What came of looking or erasing; a trial that was stopped has found nothing. */
export type Outcome =
  | { kind: 'trial'; trial: Trial }
  | { kind: 'erased'; run: RetentionRun }
  | { kind: 'cancelled' | 'busy' | 'failed' };

const problemOf = (error: unknown): Outcome => {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'CANCELLED') return { kind: 'cancelled' };
  return { kind: code === 'BUSY' ? 'busy' : 'failed' };
};

/** Looks what would go, or erases it; one at a time. */
export function useErasing() {
  const { client } = useApi();
  const work = useMutation({
    async mutationFn(what: 'look' | 'erase'): Promise<Outcome> {
      if (what === 'look') {
        const looked = await safe(client.privacy.tryErasing());
        return looked.error ? problemOf(looked.error) : { kind: 'trial', trial: looked.data };
      }
      const erased = await safe(client.privacy.eraseOverTerm());
      return erased.error ? problemOf(erased.error) : { kind: 'erased', run: erased.data };
    },
  });
  return {
    run: work.mutate,
    busy: work.isPending ? work.variables : null,
    outcome: work.isPending ? null : (work.data ?? (work.isError ? ({ kind: 'failed' } as const) : null)),
  };
}
