import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReviewedIncident } from '../../../shared/contract/review.ts';
import { useApi } from '../../app/api.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import styles from './ReviewNote.module.css';

/** What was answered, by whom and when, and where it stands now; it can be taken up again. */
export function Reviewed({ incident, reviewedAt }: { incident: ReviewedIncident; reviewedAt: number }) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const { queries } = useApi();
  const reopen = useMutation(queries.review.reopen.mutationOptions());
  const close = useMutation(queries.review.close.mutationOptions());
  const { id: incidentId, status, reviewNote, duplicateOf, closedAt } = incident;
  return (
    <div className={styles.form}>
      {duplicateOf ? (
        <p>
          {t('review:note.duplicateOf', {
            name: duplicateOf.workerName,
            when: format.moment(duplicateOf.occurredAt, now),
          })}
        </p>
      ) : (
        <p className={reviewNote ? styles.note : undefined}>{reviewNote || t('review:note.noNote')}</p>
      )}
      <small>
        {t('review:note.reviewedBy', {
          name: incident.reviewerName ?? t('common:unknown'),
          when: format.ago(reviewedAt, now),
        })}
        {closedAt !== null && ` · ${t('review:note.closedOn', { when: format.ago(closedAt, now) })}`}
      </small>
      <div className={styles.others}>
        {status === 'reviewed' && (
          <Button
            variant="default"
            size="xs"
            loading={close.isPending}
            onClick={() => close.mutate({ incidentId, note: reviewNote ?? '' })}
          >
            {t('review:note.close')}
          </Button>
        )}
        <Button variant="default" size="xs" loading={reopen.isPending} onClick={() => reopen.mutate({ incidentId })}>
          {t('review:note.reopen')}
        </Button>
      </div>
      {(reopen.isError || close.isError) && <FieldError>{t('review:note.reopenFailed')}</FieldError>}
    </div>
  );
}
