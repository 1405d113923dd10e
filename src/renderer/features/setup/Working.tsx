import styles from './setup.module.css';

/** Work of a few seconds that cannot tell how far it is. */
export function Working({ label }: { label: string }) {
  return (
    <div role="status">
      <p>{label}</p>
      <div className={styles.progress} role="progressbar" aria-label={label} />
    </div>
  );
}
