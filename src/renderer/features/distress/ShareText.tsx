import type { ShareSheet } from '../../../shared/contract/concernSharing.ts';
import { useTexts } from '../../app/texts.ts';
import styles from './ShareText.module.css';

/** What is told, large enough to read out. */
export function ShareText({ sheet }: { sheet: ShareSheet }) {
  const t = useTexts();
  return (
    <section className={styles.text} aria-label={t('distress:share.preview')} lang={sheet.language}>
      <p>{sheet.opening}</p>
      <dl className={styles.lines}>
        {sheet.lines.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p>{sheet.closing}</p>
    </section>
  );
}
