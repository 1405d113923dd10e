import type { LetterSheet } from '../../../shared/contract/letters.ts';
import { TextBlocks } from '../../components/TextBlocks.tsx';
import styles from './LetterPaper.module.css';

/** A letter as it comes on paper. */
export function LetterPaper({ sheet, label }: { sheet: LetterSheet; label: string }) {
  const { practiceName, address, phone, email } = sheet;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by the keyboard
    <section className={styles.paper} aria-label={label} lang={sheet.language} tabIndex={0}>
      <div className={styles.head}>
        <b>{practiceName}</b>
        <span>{address.replaceAll('\n', ' · ')}</span>
        <span>{[phone, email].filter(Boolean).join(' · ')}</span>
      </div>
      <p className={styles.lines}>{sheet.recipient}</p>
      <p>{sheet.date}</p>
      <h3 className={styles.subject}>{sheet.subject}</h3>
      <TextBlocks blocks={sheet.blocks} />
      <p>{sheet.closing}</p>
      <p>
        <b>{practiceName}</b>
      </p>
    </section>
  );
}
