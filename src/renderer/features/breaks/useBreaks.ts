import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { BreakKind, BreakState } from '../../../shared/contract/breaks.ts';
import { useApi } from '../../app/api.ts';
import { closeSheet, closeSheets, confirm, openSheet } from '../../app/deskStore.ts';
import { useTexts } from '../../app/texts.ts';

const REFRESH_MS = 20_000;
const MINUTE = 60_000;

/** The worker's own bucket and break; asked again by itself, because time empties the bucket. */
export function useBreakState(): BreakState | undefined {
  const { queries } = useApi();
  return useQuery(queries.breaks.state.queryOptions({ refetchInterval: REFRESH_MS })).data;
}

export function useBreakActions() {
  const { client, queries } = useApi();
  const queryClient = useQueryClient();
  const t = useTexts();

  const attempt = async (action: Promise<unknown>): Promise<boolean> => {
    try {
      await action;
      await queryClient.invalidateQueries({ queryKey: queries.breaks.key() });
      return true;
    } catch {
      confirm(t('breaks:failed'));
      return false;
    }
  };

  return {
    /** One press: the break runs, unless one runs already, and its screen is shown. */
    async start(kind: BreakKind, running: BreakState['running']): Promise<void> {
      closeSheets();
      openSheet({ kind: 'break' });
      if (running?.kind !== kind) await attempt(client.breaks.start({ kind }));
    },
    async end(startedAt: number): Promise<void> {
      if (!(await attempt(client.breaks.end()))) return;
      closeSheet();
      const minutes = Math.floor((Date.now() - startedAt) / MINUTE);
      confirm(minutes > 0 ? t('breaks:timer.welcomeBack', { count: minutes }) : t('breaks:timer.welcomeBackAtOnce'));
    },
    snooze: () => attempt(client.breaks.snooze()),
    askTeamLead: () => attempt(client.breaks.askTeamLead()),
  };
}
