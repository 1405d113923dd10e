import { useId } from 'react';
import type { ReviewDay } from '../../../shared/contract/review.ts';
import { useTexts } from '../../app/texts.ts';
import styles from './Causes.module.css';

interface Props {
  causes: ReviewDay['causes'];
  hasIncidents: boolean;
}

/** What the workers saw as the cause, most often first. */
export function Causes({ causes, hasIncidents }: Props) {
  const t = useTexts();
  const titleId = useId();
  const mostFirst = causes.toSorted((a, b) => b.count - a.count);
  return (
    <section className={styles.card} aria-labelledby={titleId}>
      <h3 id={titleId} className={styles.title}>
        {t('review:causes.title')}
      </h3>
      {mostFirst.length === 0 ? (
        <small>
          {t('review:causes.none')} {hasIncidents && t('review:causes.noneHint')}
        </small>
      ) : (
        <ul className={styles.causes}>
          {mostFirst.map(({ cause, count }) => (
            <li key={cause}>
              <span>{t(`incidents:cause.${cause}`)}</span>
              <b>{count}</b>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
