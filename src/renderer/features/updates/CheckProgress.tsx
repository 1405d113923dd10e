import { useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { WorkProgress, whileItGoesOn } from '../../components/WorkProgress.tsx';

const WHOLE = 100;

/** How far the copy of a chosen file is that is checked, and a way to stop it; nothing while the file is still being chosen. */
export function CheckProgress() {
  const t = useTexts();
  const format = useFormat();
  const { updates } = useApi().queries;
  const progress = useQuery(updates.progress.queryOptions(whileItGoesOn)).data;
  const stop = useMutation(updates.cancel.mutationOptions());
  if (!progress) return null;
  const { done, total } = progress;
  return (
    <WorkProgress
      label={t('updates:checking')}
      done={total > 0 ? done : undefined}
      total={total > 0 ? total : 1}
      words={total > 0 ? t('backup:percent', { done: format.number(Math.round((done / total) * WHOLE)) }) : null}
      stop={{ label: t('backup:stop'), isAsked: stop.isSuccess, onStop: () => stop.mutate(undefined) }}
    />
  );
}
