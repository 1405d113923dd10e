import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useHeldKeys } from '../../app/heldKeys.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { Kbd } from '../../components/Kbd.tsx';
import styles from './CrisisWayOut.module.css';

const loadScript = () => import('../distress/ConcernSheet.tsx');
const ConcernSheet = lazy(async () => ({ default: (await loadScript()).ConcernSheet }));

/** A screen on which nobody can work yet: the crisis script is one press away all the same. */
export function CrisisWayOut({ children }: { children: ReactNode }) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const focusedBefore = useRef<Element | null>(null);

  // Fetched beforehand, when the screen is there: whoever presses F9 does not wait.
  useEffect(() => {
    const atRest = requestIdleCallback(() => void loadScript());
    return () => cancelIdleCallback(atRest);
  }, []);
  useEffect(() => {
    if (!open && focusedBefore.current instanceof HTMLElement) focusedBefore.current.focus();
  }, [open]);

  const openScript = () => {
    focusedBefore.current = document.activeElement;
    setOpen(true);
  };
  useShortcuts('window', { F9: () => (open ? undefined : openScript()) });

  return (
    <>
      {open && <Script onClose={() => setOpen(false)} />}
      {/* Kept, with what is typed in it. */}
      <div className={styles.screen} hidden={open}>
        {children}
        <footer className={styles.foot}>
          <button type="button" className={styles.button} aria-keyshortcuts="F9" onClick={openScript}>
            <span aria-hidden="true">
              <Kbd>F9</Kbd>
            </span>
            <b>{t('session:crisis')}</b>
            <small>{t('session:crisisHint')}</small>
          </button>
        </footer>
      </div>
    </>
  );
}

function Script({ onClose }: { onClose: () => void }) {
  useShortcuts('sheet', { Escape: onClose });
  useHeldKeys('script', onClose);
  return (
    <div className={styles.script}>
      <Suspense fallback={null}>
        <ConcernSheet locked onClose={onClose} />
      </Suspense>
    </div>
  );
}
