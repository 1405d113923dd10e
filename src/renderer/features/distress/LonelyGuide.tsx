import { useLanguage, useTexts } from '../../app/texts.ts';
import { Say } from '../../components/Say.tsx';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import { ChoiceList } from './ChoiceList.tsx';
import { lonelyFindings } from './choices.ts';
import { goToRecord } from './concernStore.ts';
import styles from './LonelyGuide.module.css';
import { lonelyGuides } from './texts.ts';
import { useDirectory } from './useDirectory.ts';

/** For somebody who calls often or has nobody else: what to notice, what to say, whom to point to. */
export function LonelyGuide({ locked }: { locked: boolean }) {
  const t = useTexts();
  const guide = lonelyGuides[useLanguage()];
  const directory = useDirectory(locked);
  const findings = lonelyFindings.map((finding, index) => ({
    key: String(index + 1),
    label: t(`distress:finding.${finding}`),
    onChoose: () => goToRecord(finding, null),
  }));
  return (
    <>
      <section>
        <SectionTitle>{t('distress:lonely.say')}</SectionTitle>
        <div className={styles.say}>
          {guide.say.map((sentence) => (
            <Say key={sentence}>{sentence}</Say>
          ))}
        </div>
      </section>
      <section>
        <SectionTitle>{t('distress:lonely.pointTo')}</SectionTitle>
        <ul className={styles.list}>
          {guide.pointTo.map(({ text, directory: kind }) => (
            <li key={text}>
              {text}
              {directory
                .filter((entry) => entry.kind === kind && entry.number !== '')
                .map((entry) => (
                  <span key={entry.name} className={styles.number}>
                    {entry.name} <b>{entry.number}</b>
                  </span>
                ))}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <SectionTitle>{t('distress:lonely.worryMore')}</SectionTitle>
        <ul className={styles.list}>
          {guide.worryMore.map((line) => (
            <li key={line}>{line}</li>
          ))}
          <li>
            <b>{guide.whenInDoubt}</b>
          </li>
        </ul>
      </section>
      <section>
        <SectionTitle>{t('distress:lonely.signs')}</SectionTitle>
        <ul className={styles.list}>
          {guide.signs.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      {!locked && <ChoiceList label={t('distress:toRecord')} showLabel choices={findings} />}
    </>
  );
}
