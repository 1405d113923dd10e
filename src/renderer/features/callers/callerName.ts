import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

/** Apart from the card, so that a name that stands in a list does not ask for the whole card again and again. */
export const callerNamesKey = ['callerName'] as const;
export const callerNameKey = (callerId: number) => [...callerNamesKey, callerId] as const;

/** The name on a caller's card; empty until it is known, null for nobody. */
export function useCallerName(callerId: number | null): string | null {
  const { client } = useApi();
  const { data } = useQuery({
    queryKey: callerNameKey(callerId ?? 0),
    queryFn: async () => (await client.callers.card({ callerId: callerId ?? 0 })).details.displayName,
    enabled: callerId !== null,
  });
  return callerId === null ? null : (data ?? '');
}
