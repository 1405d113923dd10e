import { useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { WorkProgress, whileItGoesOn } from '../../components/WorkProgress.tsx';

/** How far the renewal is, and a way to stop it. */
export function RenewProgress() {
  const t = useTexts();
  const { queries } = useApi();
  const progress = useQuery(queries.keys.progress.queryOptions(whileItGoesOn)).data;
  const stop = useMutation(queries.keys.cancel.mutationOptions());
  const percent = Math.round((progress?.part ?? 0) * 100);
  return (
    <WorkProgress
      label={t('keys:busy')}
      done={percent}
      total={100}
      words={t('keys:part', { percent })}
      stop={{ label: t('keys:stop'), onStop: () => stop.mutate(undefined) }}
    >
      <small>{t('keys:busy')}</small>
    </WorkProgress>
  );
}
