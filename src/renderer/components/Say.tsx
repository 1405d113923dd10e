import { Notice } from './Notice.tsx';
import styles from './Say.module.css';

interface Props {
  title?: string;
  children: string;
  /** For reading aloud from some way off. */
  large?: boolean;
}

/** A sentence to say aloud, between quotation marks. */
export function Say({ title, children, large }: Props) {
  return (
    <Notice tone="say">
      {title && <span className={styles.title}>{title}</span>}
      <q className={large ? styles.large : styles.sentence}>{children}</q>
    </Notice>
  );
}
