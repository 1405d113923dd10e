import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import styles from './Numbers.module.css';
import { type ListedNumber, useDirectory } from './useDirectory.ts';
import { useOwnGp } from './useOwnGp.ts';

/** The two numbers a caller in crisis may need after 112; the caller's own practitioner by name. */
export function Numbers({ locked }: { locked: boolean }) {
  const t = useTexts();
  const format = useFormat();
  const directory = useDirectory(locked);
  const ownGp = useOwnGp();
  const helpline = directory.find(({ kind }) => kind === 'suicidePrevention');
  const gp = practitionerOf(directory);
  const shown = [gp, helpline].filter((entry) => entry !== undefined);
  const checkedOn = shown.flatMap((entry) => entry.checkedOn ?? []).sort()[0];
  return (
    <section className={styles.numbers} aria-label={t('distress:numbers')}>
      {gp && !locked && (
        <div className={styles.entry}>
          <small>{gp.name}</small>
          <Digits entry={gp} />
          {ownGp && (
            <small>
              {t('distress:ownGp')}: {ownGp.name} <span className="unbroken">{ownGp.number}</span>
            </small>
          )}
        </div>
      )}
      {helpline && (
        <div className={styles.entry}>
          <small>{t('distress:helpline')}</small>
          <Digits entry={helpline} />
        </div>
      )}
      {checkedOn && (
        <small className={styles.checked}>{t('distress:checkedOn', { date: format.shortDate(checkedOn) })}</small>
      )}
    </section>
  );
}

/** With large text the numbers below may be out of sight: the one for everybody is beside 112 then. */
export function HelplineAtHand({ locked }: { locked: boolean }) {
  const helpline = useDirectory(locked).find(({ kind }) => kind === 'suicidePrevention');
  return helpline ? <strong className={styles.atHand}>{helpline.number}</strong> : null;
}

/** The one on duty; where nobody filled that number in, the out-of-hours post. */
function practitionerOf(directory: ListedNumber[]): ListedNumber | undefined {
  const onDuty = directory.find(({ kind }) => kind === 'gpOnDuty');
  const outOfHours = directory.find(({ kind, number }) => kind === 'outOfHours' && number !== '');
  return onDuty?.number ? onDuty : (outOfHours ?? onDuty);
}

function Digits({ entry }: { entry: ListedNumber }) {
  const t = useTexts();
  if (entry.number === '') return <span className={styles.missing}>{t('distress:noNumber')}</span>;
  return (
    <>
      <span className={styles.number}>{entry.number}</span>
      {!entry.verified && <small>{t('distress:notChecked')}</small>}
    </>
  );
}
