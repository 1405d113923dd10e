import { isDefinedError, safe } from '@orpc/client';
import { useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { confirm, tellFailure } from '../../app/deskStore.ts';
import { useTexts } from '../../app/texts.ts';
import { callerNamesKey } from './callerName.ts';

/** Takes a merge back and says so; also when the screen it was asked on is gone. */
export function useUndoMerge(): (merge: { id: number; name: string }) => Promise<void> {
  const t = useTexts();
  const { client } = useApi();
  const queryClient = useQueryClient();
  return async ({ id, name }) => {
    const { error } = await safe(client.callers.undoMerge({ mergeId: id }));
    await queryClient.invalidateQueries({ queryKey: callerNamesKey });
    if (!error) return confirm(t('callers:merge.undone', { name }));
    const isLater = isDefinedError(error) && error.code === 'LATER_MERGE';
    tellFailure(isLater ? t('callers:merge.laterMerge', { name: error.data.name }) : t('desk:actionFailed'));
  };
}
