import type { ReactNode } from 'react';
import styles from './Chip.module.css';
import { Kbd } from './Kbd.tsx';

interface Props {
  selected: boolean;
  onToggle: () => void;
  children: ReactNode;
  /** The key that does the same. */
  hint?: string;
  /** The key as `aria-keyshortcuts` wants it, where it differs from the hint. */
  shortcut?: string;
  title?: string;
}

/** A choice that can be on or off; the same press takes it back. */
export function Chip({ selected, onToggle, children, hint, shortcut = hint, title }: Props) {
  return (
    <button
      type="button"
      className={styles.chip}
      aria-pressed={selected}
      aria-keyshortcuts={shortcut}
      title={title}
      onClick={onToggle}
    >
      {hint && (
        <span aria-hidden="true">
          <Kbd>{hint}</Kbd>
        </span>
      )}
      {children}
    </button>
  );
}
