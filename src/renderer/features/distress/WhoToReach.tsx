import type { DirectoryKind } from '../../../shared/contract/distress.ts';
import { useTexts } from '../../app/texts.ts';
import { CheckNote } from './CheckNote.tsx';
import { useDirectory } from './useDirectory.ts';
import { useOwnGp } from './useOwnGp.ts';
import styles from './WhoToReach.module.css';

/** In the order a practice reaches for them. */
const ofTheScript: readonly DirectoryKind[] = ['gpOnDuty', 'outOfHours', 'suicidePrevention', 'emergency'];

/** Everybody the script may hand over to, each with its number and when that was checked. */
export function WhoToReach({ locked }: { locked: boolean }) {
  const t = useTexts();
  const directory = useDirectory(locked);
  const ownGp = useOwnGp();
  const entries = ofTheScript.flatMap((kind) => directory.filter((entry) => entry.kind === kind));
  return (
    <section className={styles.list} aria-label={t('distress:whoToReach')}>
      {entries.map((entry) => (
        <div key={entry.name} className={styles.entry}>
          <b>{entry.name}</b>
          {entry.number === '' ? (
            <span className={styles.missing}>{t('distress:noNumber')}</span>
          ) : (
            <span className={styles.number}>{entry.number}</span>
          )}
          <div className={styles.about}>
            <small>{entry.reach}</small>
            {entry.number !== '' && <CheckNote entry={entry} />}
          </div>
        </div>
      ))}
      {ownGp && (
        <div className={styles.entry}>
          <b>{t('distress:ownGp')}</b>
          <span className={styles.number}>{ownGp}</span>
          <div className={styles.about}>
            <small>{t('distress:ownGpNumber')}</small>
          </div>
        </div>
      )}
    </section>
  );
}
