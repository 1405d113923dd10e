import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CallerResult } from '../../../shared/contract/callers.ts';
import { useApi } from '../../app/api.ts';

const SHOWN_RESULTS = 8;

/** Callers for what is typed; the ones before stay until the new ones are there. */
export function useSearch(typed: string) {
  const { queries } = useApi();
  const queryClient = useQueryClient();
  const query = typed.trim();
  const options = queries.callers.search.queryOptions({
    input: { query, limit: SHOWN_RESULTS },
    // What somebody searched for is asked again the next time: a caller's flags change by the minute.
    staleTime: 0,
    gcTime: 30_000,
  });
  const { data, error, isPlaceholderData } = useQuery({
    ...options,
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });
  return {
    results: query === '' ? [] : (data ?? []),
    failed: error !== null,
    /** False while the results of something typed earlier are shown. */
    isCurrent: data !== undefined && !isPlaceholderData,
    /** The results of exactly what is typed now, however quickly a key follows. */
    settle: (): Promise<CallerResult[]> => queryClient.fetchQuery({ ...options, staleTime: 5_000 }),
  };
}
