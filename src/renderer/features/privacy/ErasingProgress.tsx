import { useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { WorkProgress, whileItGoesOn } from '../../components/WorkProgress.tsx';

/** How far looking or erasing is, and a way to stop it. */
export function ErasingProgress({ what }: { what: 'look' | 'erase' }) {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const progress = useQuery(queries.privacy.progress.queryOptions(whileItGoesOn)).data;
  const stop = useMutation(queries.privacy.cancel.mutationOptions());
  const known = progress && progress.total > 0 ? progress : null;
  const words = t(what === 'look' ? 'privacy:erasing.looking' : 'privacy:erasing.busy');
  return (
    <WorkProgress
      label={words}
      done={known?.done}
      total={known?.total ?? 1}
      words={
        <span role="status">
          {known && what === 'erase'
            ? t('privacy:erasing.progress', { done: format.number(known.done), total: format.number(known.total) })
            : words}
        </span>
      }
      stop={{ label: t('privacy:erasing.stop'), onStop: () => stop.mutate(undefined) }}
    />
  );
}
