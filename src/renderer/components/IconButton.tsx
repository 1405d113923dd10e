import type { ComponentProps, ReactNode } from 'react';
import styles from './IconButton.module.css';

interface Props extends Omit<ComponentProps<'button'>, 'children' | 'className' | 'type' | 'disabled'> {
  label: string;
  icon: ReactNode;
  /** Left out where something around the button, such as a menu, hears the press. */
  onPress?: () => void;
  shortcut?: string;
  /** For a switch: whether it is on. */
  pressed?: boolean;
  /** Nothing to do now; it keeps the focus, so that the next key goes on from here. */
  off?: boolean;
  /** Shows the label beside the icon, or fewer words of it. */
  withLabel?: boolean | string;
}

/** A small button in a bar; the label is read aloud and shown when the pointer rests on it. */
export function IconButton({ label, icon, onPress, shortcut, pressed, off, withLabel, ...button }: Props) {
  return (
    <button
      onClick={off ? undefined : onPress}
      {...button}
      type="button"
      className={styles.button}
      aria-label={label}
      aria-pressed={pressed}
      aria-disabled={off}
      aria-keyshortcuts={shortcut?.replace('Ctrl', 'Control')}
      title={shortcut ? `${label} (${shortcut})` : label}
    >
      {icon}
      {withLabel && <span>{withLabel === true ? label : withLabel}</span>}
    </button>
  );
}
