import type { Improvement, ImprovementEffect } from '../../../shared/contract/prevention.ts';
import { useLanguage, useTexts } from '../../app/texts.ts';
import styles from './prevention.module.css';

type Side = ImprovementEffect['before'];

/** Whether the trend moved: the figures of both sides first, then what can be said of them. */
export function Effect({ effect, cause }: { effect: ImprovementEffect; cause: Improvement['cause'] }) {
  const t = useTexts();
  const language = useLanguage();
  const { verdict, weeksBefore, weeksAfter, before, after } = effect;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const rate = ({ perHundred, incidents, contacts }: Side): string =>
    perHundred === null
      ? t('prevention:effect.unknown')
      : t('prevention:effect.rate', {
          rate: number.format(perHundred),
          incidents: number.format(incidents),
          contacts: number.format(contacts),
        });
  if (verdict === 'tooEarly') return <p className={styles.effect}>{t('prevention:effect.tooEarly')}</p>;
  const causeWords = cause === null ? t('prevention:improvements.allCauses') : t(`incidents:cause.${cause}`);
  return (
    <div className={styles.effect}>
      <small>{t('prevention:effect.figures', { cause: causeWords })}</small>
      <span className={styles.figures}>
        <span>
          {t('prevention:effect.before', { count: weeksBefore })}: <b>{rate(before)}</b>
        </span>
        <span>
          {t('prevention:effect.after', { count: weeksAfter })}: <b>{rate(after)}</b>
        </span>
      </span>
      <span>{t(`prevention:effect.${verdict}`)}</span>
      <details>
        <summary>{t('prevention:effect.how')}</summary>
        <small>{t('prevention:effect.explain')}</small>
      </details>
    </div>
  );
}
