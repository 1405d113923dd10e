import { useTexts } from '../../app/texts.ts';
import styles from './NoIncidents.module.css';

/** A day without incidents: what would show here, and how it comes here. */
export function NoIncidents({ isToday }: { isToday: boolean }) {
  const t = useTexts();
  return (
    <div className={styles.empty}>
      <strong>{t(isToday ? 'review:day.emptyToday' : 'review:day.empty')}</strong>
      <p>{t(isToday ? 'review:day.emptyHint' : 'review:day.emptyHintPast')}</p>
    </div>
  );
}
