import type { ReactNode } from 'react';
import styles from './IconButton.module.css';

interface Props {
  label: string;
  icon: ReactNode;
  onPress: () => void;
  shortcut?: string;
  /** For a switch: whether it is on. */
  pressed?: boolean;
  /** Shows the label beside the icon. */
  withLabel?: boolean;
}

/** A small button in a bar; the label is read aloud and shown when the pointer rests on it. */
export function IconButton({ label, icon, onPress, shortcut, pressed, withLabel }: Props) {
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={label}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut?.replace('Ctrl', 'Control')}
      title={shortcut ? `${label} (${shortcut})` : label}
      onClick={onPress}
    >
      {icon}
      {withLabel && <span>{label}</span>}
    </button>
  );
}
