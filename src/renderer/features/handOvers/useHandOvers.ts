import { isDefinedError, safe } from '@orpc/client';
import { useQuery } from '@tanstack/react-query';
import type { DoneHandOver, HandOver } from '../../../shared/contract/handOvers.ts';
import { useApi } from '../../app/api.ts';
import { confirm, tellFailure } from '../../app/deskStore.ts';
import { useTexts } from '../../app/texts.ts';
import { useHandOverWords } from './useHandOverWords.ts';

/** Time alone makes a call-back due. */
export const REFRESH_MS = 30_000;

/** Whom to hand over to, and the moments to choose from now. */
export function useHandOverChoices() {
  const { queries } = useApi();
  const { data } = useQuery(
    queries.handOvers.choices.queryOptions({ refetchOnMount: 'always', refetchInterval: REFRESH_MS }),
  );
  return data ?? { workers: [], moments: [] };
}

export function useHandOverActions() {
  const t = useTexts();
  const { client } = useApi();
  const words = useHandOverWords();

  const attempt = (action: Promise<unknown>): void => {
    action.catch(() => tellFailure(t('desk:actionFailed')));
  };

  return {
    markDone(handOver: HandOver): void {
      const one = { handOverId: handOver.id };
      void safe(client.handOvers.markDone(one)).then(({ error }) => {
        // Pressed twice, or a colleague was first: it is done.
        if (isDefinedError(error) && error.code === 'NOT_FOUND') return;
        if (error) return tellFailure(t('desk:actionFailed'));
        confirm(t('handOvers:confirmDone', { name: words.nameOf(handOver) }), () =>
          attempt(client.handOvers.reopen(one)),
        );
      });
    },
    markSeen: ({ id }: DoneHandOver): void => attempt(client.handOvers.markSeen({ handOverId: id })),
  };
}
