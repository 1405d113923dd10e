import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useUnfinished } from '../unfinished/useUnfinished.ts';
import { keptCorrection } from './useCorrection.ts';

/** What a correction starts from: the incident as it is, and what was typed before. Null until both are there. */
export function useCorrectable(incidentId: number) {
  const { queries } = useApi();
  const options = { input: { incidentId }, gcTime: 0, refetchOnMount: 'always' } as const;
  const { data: found } = useQuery(queries.incidents.correctable.queryOptions(options));
  const unfinished = useUnfinished(`correction ${incidentId}`, keptCorrection);
  const { kept } = unfinished;
  return found && kept !== undefined ? { incidentId, found, kept, unfinished } : null;
}
