import { useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { WorkProgress, whileItGoesOn } from '../../components/WorkProgress.tsx';

const WHOLE = 100;

/** How far looking for a name in every text is, by itself or at the beginning of an erasure, and a way to stop it. */
export function MentionsProgress({ during }: { during: 'look' | 'erase' }) {
  const t = useTexts();
  const format = useFormat();
  const { privacy } = useApi().queries;
  const { progress: tell, cancel } = {
    look: { progress: privacy.mentionsProgress, cancel: privacy.cancelMentions },
    erase: { progress: privacy.progress, cancel: privacy.cancel },
  }[during];
  const progress = useQuery(tell.queryOptions(whileItGoesOn)).data;
  const stop = useMutation(cancel.mutationOptions());
  const known = progress && progress.total > 0 ? progress : null;
  // What is erased then is not left half-way.
  const isErasing = during === 'erase' && known !== null && known.done === known.total;
  const words = t(isErasing ? 'privacy:erasing.busy' : 'privacyRequests:mentions.looking');
  return (
    <>
      <p role="status">{words}</p>
      <WorkProgress
        label={words}
        done={isErasing ? undefined : known?.done}
        total={known?.total ?? 1}
        words={
          known && !isErasing
            ? t('backup:percent', { done: format.number(Math.round((known.done / known.total) * WHOLE)) })
            : null
        }
        stop={
          isErasing
            ? null
            : { label: t('privacy:erasing.stop'), isAsked: stop.isSuccess, onStop: () => stop.mutate(undefined) }
        }
      />
    </>
  );
}
