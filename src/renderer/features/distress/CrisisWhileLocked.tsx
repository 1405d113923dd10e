import { type ReactNode, useState } from 'react';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { ConcernSheet } from './ConcernSheet.tsx';
import styles from './CrisisWhileLocked.module.css';

/** Somebody in crisis cannot wait for a password: the script opens over any screen before the work. */
export function CrisisWhileLocked({ children }: { children: ReactNode }) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  useShortcuts('window', { F9: () => setOpen(true), Escape: () => (isOpen ? close() : false) });
  return (
    <div className={styles.place}>
      <div className={styles.screen} hidden={isOpen}>
        {children}
      </div>
      {isOpen && <ConcernSheet locked onClose={close} />}
      {!isOpen && (
        <button type="button" className={styles.key} onClick={() => setOpen(true)} aria-keyshortcuts="F9">
          <Kbd>F9</Kbd>
          <b>{t('session:crisis')}</b>
          <small>{t('session:crisisHint')}</small>
        </button>
      )}
    </div>
  );
}
