import styles from './Picture.module.css';

/** Somebody at the phone, and somebody who stands behind them. */
export function Picture() {
  return (
    <svg className={styles.picture} viewBox="0 0 140 96" aria-hidden="true" focusable="false">
      <path className={styles.ground} d="M6 92c6-40 30-68 64-68s58 28 64 68z" />
      <g className={styles.behind}>
        <circle cx="86" cy="36" r="15" />
        <path d="M52 92c0-23 14-37 34-37s34 14 34 37z" />
      </g>
      <g className={styles.front}>
        <path d="M24 92c0-19 12-30 28-30s28 11 28 30z" />
        <circle cx="52" cy="46" r="12.5" />
      </g>
      <g className={styles.headset}>
        <path d="M38 47a14 14 0 0 1 28 0" />
        <path d="M66 48c0 7-4 10.5-9 10.500" />
        <rect x="35.5" y="44" width="5" height="9" rx="2.5" />
        <rect x="63.5" y="44" width="5" height="9" rx="2.5" />
      </g>
    </svg>
  );
}
