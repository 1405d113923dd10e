import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import styles from './CheckNote.module.css';
import type { ListedNumber } from './useDirectory.ts';

type Checked = Pick<ListedNumber, 'check' | 'checkedOn' | 'verified'>;

/** Under a number: when somebody last made sure of it, or that nobody did. */
export function CheckNote({ entry: { check, checkedOn, verified } }: { entry: Checked }) {
  const t = useTexts();
  const format = useFormat();
  if (!verified) return <small className={styles.due}>{t('distress:notChecked')}</small>;
  const date = checkedOn && format.shortDate(checkedOn);
  if (check === 'overdue')
    return (
      <small className={styles.due}>{date ? t('distress:overdueSince', { date }) : t('distress:neverChecked')}</small>
    );
  return date ? <small>{t('distress:numberChecked', { date })}</small> : null;
}
