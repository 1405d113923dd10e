import { useQuery } from '@tanstack/react-query';
import type { OwnGp } from '../../../shared/contract/ownGp.ts';
import { useApi } from '../../app/api.ts';
import { useNote } from '../contacts/noteStore.ts';

/** The general practitioner of the caller whose note is open. */
export function useOwnGp(): OwnGp | null {
  const { queries } = useApi();
  const callerId = useNote((store) => store.note?.callerId ?? null);
  const { data: card } = useQuery(
    queries.callers.card.queryOptions({ input: { callerId: callerId ?? 0 }, enabled: callerId !== null }),
  );
  return callerId === null ? null : (card?.ownGp ?? null);
}
