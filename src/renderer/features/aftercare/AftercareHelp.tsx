import { useTexts } from '../../app/texts.ts';
import { Notice } from '../../components/Notice.tsx';
import styles from './aftercare.module.css';

/** What to ask in a talk, and what not to write down. */
export function AftercareHelp() {
  const t = useTexts();
  return (
    <Notice tone="calm" title={t('aftercare:help.title')}>
      <ul className={styles.help}>
        <li>{t('aftercare:help.ask')}</li>
        <li>{t('aftercare:help.practical')}</li>
        <li>
          <b>{t('aftercare:help.record')}</b>
        </li>
        <li>{t('aftercare:help.more')}</li>
      </ul>
    </Notice>
  );
}
