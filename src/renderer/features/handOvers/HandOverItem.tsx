import { Button } from '@mantine/core';
import type { HandOver } from '../../../shared/contract/handOvers.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { Tag } from '../../components/Tag.tsx';
import styles from './HandOverItem.module.css';
import { useHandOverWords } from './useHandOverWords.ts';

interface Props {
  handOver: HandOver;
  /** The note is read elsewhere on the screen. */
  withoutText?: boolean;
  /** The key that marks it as done. */
  shortcut?: string;
  onDone: () => void;
}

/** What is still to be done, by whom and when, and the button that says it is. */
export function HandOverItem({ handOver, withoutText, shortcut, onDone }: Props) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const words = useHandOverWords();
  const { kind, state, text, givenAt, givenByYou, giverName } = handOver;
  const when = format.ago(givenAt, now);
  return (
    <div className={styles.item} data-state={state}>
      <div className={styles.head}>
        <span>{t(`handOvers:cardLine.${kind}`, { who: words.receiver(handOver) })}</span>
        <Tag tone={words.tone(state)}>{words.due(handOver, now)}</Tag>
      </div>
      {!withoutText && <p className={styles.text}>{text.trim() || t('handOvers:noText')}</p>}
      <div className={styles.foot}>
        <small>
          {givenByYou ? t('handOvers:givenByYou', { when }) : t('handOvers:given', { giver: giverName, when })}
        </small>
        <Button size="compact-xs" variant="default" onClick={onDone} aria-keyshortcuts={shortcut}>
          {t('handOvers:done')}
          {shortcut && <KeyHint>{shortcut.replace('+', ' ')}</KeyHint>}
        </Button>
      </div>
    </div>
  );
}
