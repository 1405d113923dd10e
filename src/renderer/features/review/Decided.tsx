import { useId } from 'react';
import type { ReviewDay } from '../../../shared/contract/review.ts';
import { useTexts } from '../../app/texts.ts';
import { RestrictedCallerTag } from '../privacy/RestrictedCaller.tsx';
import styles from './Causes.module.css';

/** What was decided on the day, in order. */
export function Decided({ decided }: { decided: ReviewDay['decided'] }) {
  const t = useTexts();
  const titleId = useId();
  return (
    <section className={styles.card} aria-labelledby={titleId}>
      <h3 id={titleId} className={styles.title}>
        {t('review:decided.title')}
      </h3>
      {decided.length === 0 && <small>{t('review:decided.none')}</small>}
      <ul className={styles.causes}>
        {decided.map(({ measureId, callerId, callerName, step }) => (
          <li key={measureId}>
            <span>
              {callerName} <RestrictedCallerTag callerId={callerId} />
            </span>
            <small>{t(`measures:step.${step}`)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
