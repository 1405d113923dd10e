import { useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { WorkProgress, whileItGoesOn } from '../../components/WorkProgress.tsx';

interface Props {
  label: string;
  /** While a store cannot be opened, or there is none yet, nobody is at work: then other procedures tell and stop it. */
  during?: 'work' | 'recovery' | 'setup' | 'update';
  /** When somebody asked to stop it. */
  onStop?: () => void;
}

/** How far it is, and a way to stop it. */
export function BackupProgress({ label, during = 'work', onStop }: Props) {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const { progress: tell, cancel } = {
    work: queries.backup,
    recovery: { progress: queries.backup.restoreProgress, cancel: queries.backup.cancelRestore },
    update: { progress: queries.session.updateProgress, cancel: queries.session.cancelUpdate },
    setup: { progress: queries.setup.restoreProgress, cancel: queries.setup.cancelRestore },
  }[during];
  const progress = useQuery(tell.queryOptions(whileItGoesOn)).data;
  const stop = useMutation(cancel.mutationOptions({ onSuccess: () => onStop?.() }));
  return (
    <WorkProgress
      label={label}
      done={progress?.done}
      total={progress?.total ?? 1}
      words={progress ? t('backup:percent', { done: format.number(progress.done) }) : null}
      stop={{ label: t('backup:stop'), isAsked: stop.isSuccess, onStop: () => stop.mutate(undefined) }}
    />
  );
}
