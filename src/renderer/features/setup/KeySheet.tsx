import { createPortal } from 'react-dom';
import { useFormat } from '../../app/format.ts';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import styles from './KeySheet.module.css';

/** What comes out of the printer: only this sheet, and only on paper. */
export function KeySheet({ groups }: { groups: string[] }) {
  const t = useTexts();
  const format = useFormat();
  const practice = useSession(({ state }) => (state?.kind === 'unlocked' ? state.practiceName : ''));
  return createPortal(
    <section className={styles.sheet} aria-hidden="true">
      <h1>{t('setup:sheet.title')}</h1>
      <p>
        {t('setup:sheet.practice', { practice })}
        <br />
        {t('setup:sheet.date', { date: format.shortDate(format.dayOf(Date.now())) })}
      </p>
      <ol className={styles.groups}>
        {groups.map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group is known by its place
          <li key={index}>
            <span>{index + 1}</span>
            {group}
          </li>
        ))}
      </ol>
      <p>{t('setup:sheet.use')}</p>
      <p>
        <strong>{t('setup:sheet.keep')}</strong>
      </p>
    </section>,
    document.body,
  );
}
