import { useMutation } from '@tanstack/react-query';
import type { ReviewedIncident } from '../../../shared/contract/review.ts';
import { announce } from '../../app/announce.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { chooseIncident, dropNote, noteKey } from './reviewWindow.ts';
import { nextToReview } from './walk.ts';

interface Ways {
  walk: readonly ReviewedIncident[];
  /** The next one is chosen: its reply may be typed. */
  onNext: () => void;
  onAllReviewed: () => void;
}

/** What is done with an incident; each time the next one that waits is chosen. */
export function useHandling(incident: ReviewedIncident, { walk, onNext, onAllReviewed }: Ways) {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const { user } = useUnlocked();

  const goOn =
    (done: string) =>
    (_result: unknown, { incidentId }: { incidentId: number }) => {
      dropNote(noteKey(user.id, incidentId));
      const next = nextToReview(walk, incidentId);
      if (!next) {
        announce(t('review:note.allDoneAfter', { done }));
        return onAllReviewed();
      }
      chooseIncident(next.id);
      const caller = next.callerName ?? t('review:table.unknownCaller');
      announce(t('review:note.done', { done, next: `${caller}, ${format.time(next.occurredAt)}` }));
      onNext();
    };

  const { review } = queries;
  const asked = t('review:note.asked', { name: incident.workerName });
  const mark = useMutation(review.markReviewed.mutationOptions({ onSuccess: goOn(t('review:note.marked')) }));
  const close = useMutation(review.close.mutationOptions({ onSuccess: goOn(t('review:note.closed')) }));
  const askBack = useMutation(review.askBack.mutationOptions({ onSuccess: goOn(asked) }));
  const duplicate = useMutation(
    review.markDuplicate.mutationOptions({ onSuccess: goOn(t('review:note.markedDuplicate')) }),
  );
  const all = [mark, close, askBack];
  return {
    ...{ mark, close, askBack, duplicate },
    busy: all.some(({ isPending }) => isPending),
    failed: all.some(({ isError, variables }) => isError && variables.incidentId === incident.id),
  };
}
