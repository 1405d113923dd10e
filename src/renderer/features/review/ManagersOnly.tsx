import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useApi } from '../../app/api.ts';
import { useUnlocked } from '../../app/session.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { QuietScreen } from '../session/QuietScreen.tsx';
import styles from './ManagersOnly.module.css';

/** What everybody but a practice manager sees here; the core refuses them the procedures as well. */
export function ManagersOnly() {
  const t = useTexts();
  const { client } = useApi();
  const { user } = useUnlocked();
  const lock = () => void client.session.lock();
  useShortcuts('window', { 'Ctrl+l': lock });
  return (
    <QuietScreen>
      <h1 className={styles.title}>{t('review:notForYou.title')}</h1>
      <p>{t('review:notForYou.text', { name: user.name })}</p>
      <p>{t('review:notForYou.action')}</p>
      <Button className={styles.lock} autoFocus leftSection={<IconLock size={16} aria-hidden="true" />} onClick={lock}>
        {t('common:lock')}
        <KeyHint>{t('review:keys.lockKeys')}</KeyHint>
      </Button>
    </QuietScreen>
  );
}
