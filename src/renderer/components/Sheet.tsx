import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { giveHeldKeys } from '../app/heldKeys.ts';
import { useShortcuts } from '../app/shortcuts.ts';
import { Kbd } from './Kbd.tsx';
import styles from './Sheet.module.css';
import { TopBar } from './TopBar.tsx';

interface Props {
  title: string;
  aside?: ReactNode;
  /** At the end of the bar, before the key that closes. */
  end?: ReactNode;
  /** What closing does, in a word. */
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
  /** Along the bottom edge, always in sight. */
  footer?: ReactNode;
  /** More to read than to press, so that the keys scroll it. */
  toRead?: boolean;
  /** A form that is typed in: begins in its first field. */
  toType?: boolean;
}

/** Lies over the search or the note and leaves the function keys in reach; takes the focus, traps nothing. */
export function Sheet({ title, aside, end, closeLabel, onClose, children, footer, toRead, toType }: Props) {
  const sheet = useRef<HTMLElement>(null);
  const main = useRef<HTMLDivElement>(null);
  useShortcuts('sheet', { Escape: onClose });

  // Before it is seen: a key that is pressed at once is not for the note under it.
  useLayoutEffect(() => {
    if (sheet.current?.contains(document.activeElement)) return;
    const field = toType ? main.current?.querySelector<HTMLElement>('input, textarea') : null;
    (field ?? (toRead ? main : sheet).current)?.focus();
  }, [toRead, toType]);

  // After whatever lies in the sheet or around it chose where to begin.
  useEffect(() => queueMicrotask(giveHeldKeys), []);

  return (
    <main ref={sheet} className={styles.sheet} tabIndex={-1} aria-label={title} data-sheet="">
      <TopBar title={title} aside={aside}>
        {end}
        <button type="button" className={styles.close} onClick={onClose} aria-keyshortcuts="Escape">
          <Kbd>Esc</Kbd> {closeLabel}
        </button>
      </TopBar>
      <div ref={main} className={styles.main} tabIndex={toRead ? 0 : undefined}>
        {children}
      </div>
      {footer && <div className={styles.footer}>{footer}</div>}
    </main>
  );
}
