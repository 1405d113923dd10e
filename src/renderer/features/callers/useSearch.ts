import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CallerResult } from '../../../shared/contract/callers.ts';
import { useApi } from '../../app/api.ts';

const SHOWN_RESULTS = 8;

/** Callers for what is typed; the ones before stay until the new ones are there. */
export function useSearch(typed: string) {
  const { client, queries } = useApi();
  const input = { query: typed.trim(), limit: SHOWN_RESULTS };
  const isTyped = input.query !== '';
  const { data, error, isPlaceholderData } = useQuery(
    queries.callers.search.queryOptions({
      input,
      enabled: isTyped,
      placeholderData: keepPreviousData,
      // What somebody searched for is asked again the next time: a caller's flags change by the minute.
      staleTime: 0,
      gcTime: 30_000,
    }),
  );
  return {
    results: isTyped ? (data ?? []) : [],
    failed: error !== null,
    /** False while the results of something typed earlier are shown. */
    isCurrent: data !== undefined && !isPlaceholderData,
    /** The results of exactly what is typed now; asked apart, because it outlives the list on the screen. */
    settle: (): Promise<CallerResult[]> => client.callers.search(input),
  };
}
