import type { ReactNode } from 'react';
import styles from './Notice.module.css';

export type Tone = 'stop' | 'due' | 'calm' | 'say' | 'plain';

interface Props {
  /** `stop` needs caution now, `due` is due, `calm` cares for the worker, `say` is a sentence to say, `plain` informs. */
  tone: Tone;
  title?: ReactNode;
  icon?: ReactNode;
  children?: ReactNode;
  /** Buttons, on a row of their own. */
  actions?: ReactNode;
  /** Makes it a landmark of its own for screen readers. */
  label?: string;
}

/** A coloured edge with what matters now; the title says in words what the colour says. */
export function Notice({ tone, title, icon, children, actions, label }: Props) {
  const Element = label ? 'section' : 'div';
  return (
    <Element className={styles.notice} data-tone={tone} aria-label={label}>
      {title && (
        <strong className={styles.title}>
          {icon}
          <span>{title}</span>
        </strong>
      )}
      {children}
      {actions && <div className={styles.actions}>{actions}</div>}
    </Element>
  );
}
