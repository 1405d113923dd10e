import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReviewedIncident } from '../../../shared/contract/review.ts';
import { useApi } from '../../app/api.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import styles from './ReviewNote.module.css';

/** What was answered, by whom and when; it can be taken up again. */
export function Reviewed({ incident, reviewedAt }: { incident: ReviewedIncident; reviewedAt: number }) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const { queries } = useApi();
  const reopen = useMutation(queries.review.reopen.mutationOptions());
  return (
    <div className={styles.form}>
      {incident.reviewNote ? <p className={styles.note}>{incident.reviewNote}</p> : <p>{t('review:note.noNote')}</p>}
      <div className={styles.line}>
        <small>
          {t('review:note.reviewedBy', {
            name: incident.reviewerName ?? t('common:unknown'),
            when: format.ago(reviewedAt, now),
          })}
        </small>
        <Button
          variant="default"
          size="xs"
          className={styles.reopen}
          loading={reopen.isPending}
          onClick={() => reopen.mutate({ incidentId: incident.id })}
        >
          {t('review:note.reopen')}
        </Button>
      </div>
      {reopen.isError && <FieldError>{t('review:note.reopenFailed')}</FieldError>}
    </div>
  );
}
