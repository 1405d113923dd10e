import { useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { WorkProgress, whileItGoesOn } from '../../components/WorkProgress.tsx';

/** How far it is, and a way to stop it. */
export function ExportProgress() {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const progress = useQuery(queries.exports.progress.queryOptions(whileItGoesOn)).data;
  const stop = useMutation(queries.exports.cancel.mutationOptions());
  const known = progress && progress.total > 0 ? progress : null;
  return (
    <WorkProgress
      label={t('exports:busy')}
      done={known?.done}
      total={known?.total ?? 1}
      words={
        known
          ? t('exports:progress', { done: format.number(known.done), total: format.number(known.total) })
          : t('exports:busy')
      }
      stop={{ label: t('exports:stop'), onStop: () => stop.mutate(undefined) }}
    />
  );
}
