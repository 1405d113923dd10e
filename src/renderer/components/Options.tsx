import { type ReactNode, useEffect, useRef } from 'react';
import styles from './Options.module.css';

export interface Option {
  id: string;
  content: ReactNode;
  onChoose: () => void;
  /** Marks what it is about as done, for an option that can be. */
  onDone?: () => void;
}

export interface OptionGroup {
  id: string;
  title: string;
  /** For screen readers only, where the place says it. */
  titleHidden?: boolean;
  options: Option[];
}

interface Props {
  id: string;
  label: string;
  groups: OptionGroup[];
  activeId: string | undefined;
}

/** What the arrow keys of a search field go through; the focus stays in the field. */
export function Options({ id, label, groups, activeId }: Props) {
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!activeId) return;
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  return (
    <div ref={list} id={id} role="listbox" aria-label={label} className={styles.list}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box, not of form fields
        <div key={group.id} role="group" aria-label={group.title}>
          {!group.titleHidden && (
            <div className={styles.title} aria-hidden="true">
              {group.title}
            </div>
          )}
          <div className={styles.frame}>
            {group.options.map((option) => (
              <button
                type="button"
                role="option"
                key={option.id}
                id={option.id}
                tabIndex={-1}
                aria-selected={option.id === activeId}
                className={styles.option}
                // The focus stays in the search field.
                onMouseDown={(event) => event.preventDefault()}
                onClick={option.onChoose}
              >
                {option.content}
              </button>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
