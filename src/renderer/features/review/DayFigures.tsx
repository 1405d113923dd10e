import type { ReactNode } from 'react';
import type { ReviewDay } from '../../../shared/contract/review.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Tag } from '../../components/Tag.tsx';
import styles from './DayFigures.module.css';

/** The day in four figures. */
export function DayFigures({ day }: { day: ReviewDay }) {
  const t = useTexts();
  const format = useFormat();
  const earlier = day.leftFromBefore.filter(({ status }) => status === 'new').length;
  const toReview = day.toReview + earlier;
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
      />
      <Figure
        label={t('review:day.perHundred')}
        value={day.perHundred === null ? '–' : format.number(day.perHundred)}
        below={day.perHundred === null ? t('review:day.noContacts') : usual}
      />
      <Figure
        label={t('review:day.toReview')}
        value={format.number(toReview)}
        below={
          earlier > 0 ? t('review:day.earlier', { count: earlier }) : toReview === 0 && t('review:day.allReviewed')
        }
      />
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
