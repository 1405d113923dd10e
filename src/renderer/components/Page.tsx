import { type ReactNode, useId } from 'react';
import styles from './Page.module.css';

interface PageProps {
  title: string;
  intro?: string;
  /** At the end of the title's line. */
  action?: ReactNode;
  children: ReactNode;
}

/** A page of the review window that is read from top to bottom. */
export function Page({ title, intro, action, children }: PageProps) {
  return (
    <div className={styles.page}>
      <div className={styles.inner}>
        <div className={styles.head}>
          <div>
            <h2 className={styles.title}>{title}</h2>
            {intro && <p className={styles.intro}>{intro}</p>}
          </div>
          {action}
        </div>
        {children}
      </div>
    </div>
  );
}

interface SectionProps {
  title: string;
  explain?: string;
  action?: ReactNode;
  children?: ReactNode;
}

/** A part of a page about one thing, with why it is there. */
export function Section({ title, explain, action, children }: SectionProps) {
  const titleId = useId();
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <div className={styles.head}>
        <div>
          <h3 id={titleId} className={styles.sectionTitle}>
            {title}
          </h3>
          {explain && <p className={styles.explain}>{explain}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
