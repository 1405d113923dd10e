import { Kbd } from './Kbd.tsx';
import styles from './KeyBar.module.css';

export interface KeyBarItem {
  key: string;
  label: string;
  active: boolean;
  onPress: () => void;
}

/** The function keys that always work, along the bottom edge. */
export function KeyBar({ label, items }: { label: string; items: KeyBarItem[] }) {
  return (
    <nav className={styles.bar} aria-label={label}>
      {items.map((item) => (
        <button
          key={item.key}
          type="button"
          className={styles.key}
          aria-pressed={item.active}
          aria-keyshortcuts={item.key}
          onClick={item.onPress}
        >
          <span aria-hidden="true">
            <Kbd>{item.key}</Kbd>
          </span>
          {item.label}
        </button>
      ))}
    </nav>
  );
}
