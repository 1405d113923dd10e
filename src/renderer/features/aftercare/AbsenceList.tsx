import type { Absence } from '../../../shared/contract/aftercare.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import styles from './aftercare.module.css';

interface Props {
  absences: readonly Absence[];
  /** With whose it is, where they are not all of one worker. */
  withName: boolean;
  onRemove: (absence: Absence) => void;
}

export function AbsenceList({ absences, withName, onRemove }: Props) {
  const t = useTexts();
  const format = useFormat();
  return (
    <ul className={styles.absences}>
      {absences.map((absence) => {
        const days = { from: format.shortDate(absence.firstDay), until: format.shortDate(absence.lastDay) };
        return (
          <li key={absence.id}>
            {withName && <b>{absence.workerName}</b>}
            <span>{t('aftercare:absence.row', days)}</span>
            <button
              type="button"
              className={styles.link}
              aria-label={t('aftercare:absence.removeOf', { name: absence.workerName, ...days })}
              onClick={() => onRemove(absence)}
            >
              {t('aftercare:absence.remove')}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
