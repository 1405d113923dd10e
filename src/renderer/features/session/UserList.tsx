import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useTexts } from '../../app/texts.ts';
import { Initials } from './Initials.tsx';
import styles from './UserList.module.css';

interface User {
  id: number;
  name: string;
}

interface Props {
  users: readonly User[];
  selected: User;
  onSelect: (user: User) => void;
  /** The choice is made: the focus may go on to the password. */
  onChosen: () => void;
}

const typeAheadMs = 800;

/** The step through the list that a key asks for; null when the key asks for none. */
export function stepOfKey(key: string, index: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(index + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(index - 1, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}

/** Everybody who can unlock the app: arrow keys or the first letters of a name choose. */
export function UserList({ users, selected, onSelect, onChosen }: Props) {
  const t = useTexts();
  const listId = useId();
  const typed = useRef({ letters: '', at: 0 });
  const selectedRef = useRef<HTMLDivElement>(null);
  const index = users.findIndex((user) => user.id === selected.id);
  const optionId = (user: User) => `${listId}-${user.id}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the option in sight follows the choice
  useEffect(() => {
    selectedRef.current?.scrollIntoView({ block: 'nearest' });
  }, [selected.id]);

  const typeAhead = (letter: string) => {
    const now = Date.now();
    const letters = (now - typed.current.at < typeAheadMs ? typed.current.letters : '') + letter.toLowerCase();
    typed.current = { letters, at: now };
    // A letter on its own looks from the next name on, so that pressing it again goes round.
    const from = letters.length === 1 ? index + 1 : index;
    const inOrder = [...users.slice(from), ...users.slice(0, from)];
    const match = inOrder.find((user) => user.name.toLowerCase().startsWith(letters));
    if (match) onSelect(match);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = users[stepOfKey(event.key, index, users.length) ?? -1];
    if (next) onSelect(next);
    else if (event.key === 'Enter' || event.key === ' ') onChosen();
    else if (event.key.length === 1) typeAhead(event.key);
    else return;
    event.preventDefault();
  };

  return (
    <div
      className={styles.list}
      role="listbox"
      aria-label={t('session:whoAreYou')}
      aria-activedescendant={optionId(selected)}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {users.map((user) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the list's, which holds the focus
        // biome-ignore lint/a11y/useFocusableInteractive: a listbox names its option by aria-activedescendant
        <div
          key={user.id}
          id={optionId(user)}
          ref={user.id === selected.id ? selectedRef : undefined}
          className={styles.option}
          role="option"
          aria-selected={user.id === selected.id}
          onClick={() => {
            onSelect(user);
            onChosen();
          }}
        >
          <Initials name={user.name} />
          <span className={styles.name}>{user.name}</span>
        </div>
      ))}
    </div>
  );
}
