import { IconChevronDown } from '@tabler/icons-react';
import type { HandOverKind } from '../../../shared/contract/handOvers.ts';
import { openSheet } from '../../app/deskStore.ts';
import { useNow } from '../../app/format.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import type { Note } from '../contacts/noteStore.ts';
import styles from './FollowUpButtons.module.css';
import { useHandOverChoices } from './useHandOvers.ts';
import { useHandOverWords } from './useHandOverWords.ts';

interface Props {
  note: Note;
  hidden: boolean;
}

const buttons = [
  { kind: 'callBack', key: 't' },
  { kind: 'handOver', key: 'o' },
] as const satisfies { kind: HandOverKind; key: string }[];

/** What is to follow after this note: calling back, or a colleague who takes it from here. */
export function FollowUpButtons({ note, hidden }: Props) {
  const t = useTexts();
  const now = useNow();
  const words = useHandOverWords();
  const { workers } = useHandOverChoices();
  const open = (kind: HandOverKind) => openSheet({ kind: 'chooseHandOver', of: kind });
  useShortcuts(
    'view',
    hidden ? {} : Object.fromEntries(buttons.map(({ kind, key }) => [`Alt+${key}`, () => open(kind)])),
  );

  return buttons.map(({ kind, key }) => {
    const chosen = note.handOver?.kind === kind ? note.handOver : null;
    return (
      <button
        key={kind}
        type="button"
        className={styles.button}
        data-chosen={chosen !== null}
        aria-keyshortcuts={`Alt+${key.toUpperCase()}`}
        title={`Alt+${key.toUpperCase()}`}
        onClick={() => open(kind)}
      >
        <span className={styles.text}>{chosen ? words.chosen(chosen, workers, now) : t(`handOvers:kind.${kind}`)}</span>
        <IconChevronDown size="1em" aria-hidden="true" />
      </button>
    );
  });
}
