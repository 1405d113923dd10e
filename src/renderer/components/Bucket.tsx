import styles from './Bucket.module.css';

interface Props {
  /** 0 is empty, 1 is at the second line. */
  level: number;
  line: 'none' | 'suggest' | 'insist';
  /** What the picture says, in words. */
  label: string;
}

const HEIGHT = 18;

/** The worker's own bucket; nobody else's is ever shown. */
export function Bucket({ level, line, label }: Props) {
  const height = Math.min(1, Math.max(0, level)) * (HEIGHT - 3);
  return (
    <svg className={styles.bucket} data-line={line} role="img" aria-label={label} viewBox="0 0 18 20">
      <title>{label}</title>
      <path className={styles.water} d={`M3 ${HEIGHT - height} h12 V15 a3 3 0 0 1 -3 3 h-6 a3 3 0 0 1 -3 -3 z`} />
      <path className={styles.wall} d="M2 2 V15 a4 4 0 0 0 4 4 h6 a4 4 0 0 0 4 -4 V2" />
    </svg>
  );
}
