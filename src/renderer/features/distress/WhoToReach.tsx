import type { DirectoryKind } from '../../../shared/contract/distress.ts';
import { useTexts } from '../../app/texts.ts';
import { CheckNote } from './CheckNote.tsx';
import { type ListedNumber, useDirectory } from './useDirectory.ts';
import { useOwnGp } from './useOwnGp.ts';
import styles from './WhoToReach.module.css';

/** In a practice the first hand-over is to the practitioner on duty, now; the caller's own one comes right after. */
const atOnce: readonly DirectoryKind[] = ['gpOnDuty'];
const others: readonly DirectoryKind[] = ['outOfHours', 'suicidePrevention', 'emergency'];

/** Everybody the script may hand over to, each with its number and when that was checked. */
export function WhoToReach({ locked }: { locked: boolean }) {
  const t = useTexts();
  const directory = useDirectory(locked);
  const ownGp = useOwnGp();
  const ofKind = (kinds: readonly DirectoryKind[]) =>
    kinds.flatMap((kind) => directory.filter((entry) => entry.kind === kind));
  return (
    <section className={styles.list} aria-label={t('distress:whoToReach')}>
      {ofKind(atOnce).map((entry) => (
        <Entry key={entry.name} entry={entry} />
      ))}
      {ownGp && (
        <div className={styles.entry}>
          <b>
            {t('distress:ownGp')}
            {ownGp.name && `: ${ownGp.name}`}
          </b>
          <Digits number={ownGp.number} />
          {ownGp.check && ownGp.number !== '' && (
            <div className={styles.about}>
              <CheckNote entry={{ ...ownGp, check: ownGp.check, verified: ownGp.check !== 'unverified' }} />
            </div>
          )}
        </div>
      )}
      {ofKind(others).map((entry) => (
        <Entry key={entry.name} entry={entry} />
      ))}
    </section>
  );
}

function Entry({ entry }: { entry: ListedNumber }) {
  return (
    <div className={styles.entry}>
      <b>{entry.name}</b>
      <Digits number={entry.number} />
      <div className={styles.about}>
        <small>{entry.reach}</small>
        {entry.number !== '' && <CheckNote entry={entry} />}
      </div>
    </div>
  );
}

function Digits({ number }: { number: string }) {
  const t = useTexts();
  if (number === '') return <span className={styles.missing}>{t('distress:noNumber')}</span>;
  return <span className={styles.number}>{number}</span>;
}
