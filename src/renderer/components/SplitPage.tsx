import type { ReactNode } from 'react';
import styles from './SplitPage.module.css';

interface Props {
  title: string;
  intro?: string;
  /** To choose from, beside what was chosen. */
  list: ReactNode;
  /** What the chosen part is called, where that is not the title. */
  detail?: string;
  children: ReactNode;
}

/** A page of the review window with a list at its side, and what was chosen from it. */
export function SplitPage({ title, intro, list, detail = title, children }: Props) {
  return (
    <div className={styles.split}>
      <div className={styles.side}>
        <h2>{title}</h2>
        {intro && <small>{intro}</small>}
        {list}
      </div>
      <section className={styles.detail} aria-label={detail}>
        {children}
      </section>
    </div>
  );
}

interface GroupProps {
  label: string;
  /** Whether the label is seen too. */
  titled?: boolean;
  children: ReactNode;
}

/** Choices that belong together. */
export function ChoiceGroup({ label, titled = false, children }: GroupProps) {
  return (
    <nav className={styles.group} aria-label={label}>
      {titled && <GroupTitle>{label}</GroupTitle>}
      {children}
    </nav>
  );
}

export const GroupTitle = ({ children }: { children: ReactNode }) => <h3 className={styles.subtitle}>{children}</h3>;

interface ChoiceProps {
  title: ReactNode;
  /** At the end of the title's line. */
  tags?: ReactNode;
  current: boolean;
  onChoose: () => void;
  children?: ReactNode;
}

export function Choice({ title, tags, current, onChoose, children }: ChoiceProps) {
  return (
    <button type="button" className={styles.choice} aria-current={current ? 'true' : undefined} onClick={onChoose}>
      <span className={styles.choiceHead}>
        <b>{title}</b>
        {tags}
      </span>
      {children}
    </button>
  );
}

export const DetailTitle = ({ children }: { children: ReactNode }) => <h3 className={styles.title}>{children}</h3>;

export const DetailPart = ({ children }: { children: ReactNode }) => <h4 className={styles.subtitle}>{children}</h4>;
