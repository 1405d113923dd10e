import { isDefinedError, safe } from '@orpc/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { WindowState } from '../../../shared/contract/window.ts';
import { keysOf } from '../../../shared/shortcutKeys.ts';
import { useApi } from '../../app/api.ts';
import { confirm, tellFailure } from '../../app/deskStore.ts';
import { useTexts } from '../../app/texts.ts';

export function useWindowState(): WindowState | undefined {
  const { queries } = useApi();
  return useQuery(queries.window.state.queryOptions()).data;
}

export function useWindowActions() {
  const { client, queries } = useApi();
  const queryClient = useQueryClient();
  const t = useTexts();

  const refresh = () => queryClient.invalidateQueries({ queryKey: queries.window.key() });

  const attempt = async (action: Promise<unknown>): Promise<void> => {
    try {
      await action;
      await refresh();
    } catch {
      tellFailure(t('desk:actionFailed'));
    }
  };

  return {
    setAlwaysOnTop: (on: boolean) => attempt(client.window.setAlwaysOnTop({ on })),
    setBar: (on: boolean) => attempt(client.window.setBar({ on })),
    lock: () => attempt(client.session.lock()),
    /** As it stands, or at the log of a caller. */
    async openReview(logOfCallerId?: number): Promise<void> {
      const place = logOfCallerId === undefined ? undefined : { logOfCallerId };
      const { data, error } = await safe(client.window.openReview(place));
      if (error) tellFailure(t('desk:actionFailed'));
      else if (data.address) window.open(data.address);
    },
    /** False when another program holds it too. */
    async setShortcut(accelerator: string): Promise<boolean> {
      const { error } = await safe(client.window.setShortcut({ accelerator }));
      await refresh();
      if (!error) confirm(t('desk:shortcutDone', { shortcut: keysOf(accelerator) }));
      else if (!isDefinedError(error)) tellFailure(t('desk:actionFailed'));
      return !error;
    },
  };
}
