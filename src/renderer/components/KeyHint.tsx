import styles from './KeyHint.module.css';

/** The key that does the same as the button it stands in. */
export function KeyHint({ children }: { children: string }) {
  return (
    <span className={styles.hint} aria-hidden="true">
      {children}
    </span>
  );
}
