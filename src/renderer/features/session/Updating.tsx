import { useTexts } from '../../app/texts.ts';
import { BackupProgress } from '../backup/BackupProgress.tsx';
import styles from './UnlockForm.module.css';

/** A newer version of the program gives the data another form, after a backup: how far it is. */
export function Updating() {
  const t = useTexts();
  return (
    <section className={styles.form}>
      <h1 className={styles.title}>{t('session:updating.title')}</h1>
      <p role="status">{t('session:updating.text')}</p>
      <BackupProgress label={t('session:updating.title')} during="update" />
    </section>
  );
}
