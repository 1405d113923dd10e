import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './FieldError.module.css';

/** What is wrong with a field and what would be right, beside the field. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className={styles.error} role="alert">
      <IconAlertCircle size="1em" aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}
