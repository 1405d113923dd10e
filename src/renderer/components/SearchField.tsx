import { IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent, Ref } from 'react';
import styles from './SearchField.module.css';

interface Props {
  ref?: Ref<HTMLInputElement>;
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** The list the arrow keys go through, and where in it they are. */
  listId?: string;
  activeId?: string;
}

/** A field whose letters narrow a list, and whose arrow keys go through it. */
export function SearchField({ ref, label, placeholder, value, onChange, onKeyDown, listId, activeId }: Props) {
  return (
    <div className={styles.frame}>
      <IconSearch className={styles.icon} size="1.1em" aria-hidden="true" />
      <input
        ref={ref}
        type="text"
        role="combobox"
        className={styles.field}
        aria-label={label}
        aria-expanded={listId !== undefined}
        aria-controls={listId}
        aria-activedescendant={activeId}
        aria-autocomplete="list"
        placeholder={placeholder}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={120}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
