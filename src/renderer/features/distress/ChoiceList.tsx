import { isTyping, useShortcuts } from '../../app/shortcuts.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import { Tag } from '../../components/Tag.tsx';
import styles from './ChoiceList.module.css';

export interface ListedChoice {
  key: string;
  label: string;
  tag?: string;
  onChoose: () => void;
}

interface Props {
  label: string;
  showLabel?: boolean;
  choices: ListedChoice[];
  /** Every label is a word or two. */
  short?: boolean;
}

/** Large rows, each with its key. */
export function ChoiceList({ label, showLabel, choices, short }: Props) {
  useShortcuts(
    'sheet',
    Object.fromEntries(
      choices.map(({ key, onChoose }) => [
        key,
        (event: KeyboardEvent) => (isTyping(event.target) ? false : onChoose()),
      ]),
    ),
  );
  return (
    <section aria-label={label}>
      {showLabel && <SectionTitle>{label}</SectionTitle>}
      <div className={styles.list} data-short={short}>
        {choices.map((choice) => (
          <button
            key={choice.key}
            type="button"
            className={styles.choice}
            aria-keyshortcuts={choice.key}
            onClick={choice.onChoose}
          >
            <span aria-hidden="true">
              <Kbd>{choice.key}</Kbd>
            </span>
            <b>{choice.label}</b>
            {choice.tag && <Tag tone={choice.tag.includes('112') ? 'stop' : 'plain'}>{choice.tag}</Tag>}
          </button>
        ))}
      </div>
    </section>
  );
}
