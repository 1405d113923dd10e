import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ReviewDay } from '../../../shared/contract/review.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Tag } from '../../components/Tag.tsx';
import styles from './DayFigures.module.css';

/** The day in four figures. */
export function DayFigures({ day, isToday }: { day: ReviewDay; isToday: boolean }) {
  const t = useTexts();
  const format = useFormat();
  const earlier = day.leftFromBefore.filter(({ status }) => status === 'new').length;
  const toReview = day.toReview + earlier;
  const { queries } = useApi();
  const attention = useQuery(queries.review.attention.queryOptions()).data?.aftercare;
  const counts = [
    toReview > 0 && t('review:day.toReviewCount', { count: toReview }),
    earlier > 0 && t('review:day.earlier', { count: earlier }),
  ];
  const toReviewText =
    toReview > 0 ? counts.filter(Boolean).join(', ') : day.counted > 0 && t('review:day.allReviewed');
  const usual =
    day.usualPerHundred === null
      ? t('review:day.noUsual')
      : t('review:day.usual', { value: format.number(day.usualPerHundred) });
  return (
    <dl className={styles.figures}>
      <Figure label={t('review:day.contacts')} value={format.number(day.contacts)} />
      <Figure
        label={t('review:day.incidents')}
        value={format.number(day.counted)}
        tag={day.toComplete > 0 && <Tag>{t('review:day.toComplete', { count: day.toComplete })}</Tag>}
        below={toReviewText}
      />
      <Figure
        label={t('review:day.perHundred')}
        value={day.perHundred === null ? '–' : format.number(day.perHundred)}
        below={day.perHundred === null ? t('review:day.noContacts') : usual}
      />
      {isToday && attention && (
        <Figure
          label={t('review:day.aftercare')}
          value={
            attention.running === 0 ? '–' : t('review:day.ofAll', { count: attention.onTime, all: attention.running })
          }
          below={attention.running === 0 && t('review:day.noAftercare')}
        />
      )}
    </dl>
  );
}

interface FigureProps {
  label: string;
  value: string;
  tag?: ReactNode;
  below?: ReactNode;
}

function Figure({ label, value, tag, below }: FigureProps) {
  return (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd>
        <b>{value}</b>
        {tag}
      </dd>
      {below && <dd className={styles.below}>{below}</dd>}
    </div>
  );
}
