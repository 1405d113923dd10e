import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { ContractClient } from '../../shared/contract/index.ts';

export const createApi = (client: ContractClient) => ({ client, queries: createTanstackQueryUtils(client) });

/** `client` for what a worker does, `queries` for what a screen shows. */
export type Api = ReturnType<typeof createApi>;

export const ApiContext = createContext<Api | null>(null);

export function useApi(): Api {
  const api = use(ApiContext);
  if (!api) throw new Error('There is no connection to the core around this component.');
  return api;
}

/** The core is in the same computer and tells what changed: nothing is asked twice without a reason. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
