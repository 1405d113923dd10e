import { useQuery } from '@tanstack/react-query';
import type { Triage } from '../../../shared/contract/distress.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import styles from './TriageText.module.css';

/** The text that the practice received from 113, when it has one and somebody has unlocked the app. */
export function useTriage(locked: boolean): Triage | null {
  const { queries } = useApi();
  const { data } = useQuery(queries.distress.triage.queryOptions({ enabled: !locked }));
  return !locked && data && data.text !== '' ? data : null;
}

/** Word for word as it was received. */
export function TriageText({ triage: { text, receivedFrom, receivedOn } }: { triage: Triage }) {
  const t = useTexts();
  const format = useFormat();
  const from = [receivedFrom, receivedOn && format.shortDate(receivedOn)].filter(Boolean).join(', ');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by the keyboard
    <section aria-label={t('distress:triage')} tabIndex={0} className={styles.triage}>
      {from && <small>{t('distress:triageFrom', { from })}</small>}
      <p className={styles.text}>{text}</p>
    </section>
  );
}
