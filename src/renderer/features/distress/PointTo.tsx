import { useTexts } from '../../app/texts.ts';
import { CheckNote } from './CheckNote.tsx';
import styles from './LonelyGuide.module.css';
import type { lonelyGuides } from './texts.ts';
import { useDirectory } from './useDirectory.ts';

interface Props {
  guide: (typeof lonelyGuides)['nl'];
  locked: boolean;
}

/** Where a lonely caller can go, with the numbers of the practice's own list. */
export function PointTo({ guide, locked }: Props) {
  const t = useTexts();
  const directory = useDirectory(locked);
  return (
    <ul className={styles.ways}>
      {guide.pointTo.map(({ text, directory: kind }) => {
        const entries = directory.filter((entry) => entry.kind === kind && entry.number !== '');
        return (
          <li key={text}>
            {text}
            {entries.map((entry) => (
              <span key={entry.name} className={styles.number}>
                <span>
                  {entry.name} <b>{entry.number}</b>
                </span>
                <CheckNote entry={entry} />
              </span>
            ))}
            {kind !== null && !locked && entries.length === 0 && <small>{t('distress:lonely.noNumber')}</small>}
          </li>
        );
      })}
    </ul>
  );
}
