import { Notice } from '../components/Notice.tsx';
import styles from './ConnectionLost.module.css';
import { useSession } from './session.ts';
import { useTexts } from './texts.ts';

/** Lies along the top edge, over nothing that is typed. */
export function ConnectionLost() {
  const t = useTexts();
  const connected = useSession((session) => session.connected);
  if (connected) return null;
  return (
    <div className={styles.place} role="alert">
      <Notice tone="due">{t('common:connectionLost')}</Notice>
    </div>
  );
}
