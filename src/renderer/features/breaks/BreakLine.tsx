import { IconCup } from '@tabler/icons-react';
import { useTexts } from '../../app/texts.ts';
import { Kbd } from '../../components/Kbd.tsx';
import styles from './BreakLine.module.css';
import { becauseOf } from './becauseOf.ts';
import { useBreakActions, useBreakState } from './useBreaks.ts';

/** The same proposal in one line, for while a note is open: the whole of it waits until the note is done. */
export function BreakLine() {
  const t = useTexts();
  const state = useBreakState();
  const { start } = useBreakActions();
  if (!state?.prompt) return null;
  return (
    <button
      type="button"
      className={styles.line}
      title={becauseOf(state, t)}
      onClick={() => void start('break', state.running)}
    >
      <IconCup size="1.2em" aria-hidden="true" />
      <span>{t(state.line === 'insist' ? 'breaks:prompt.insist' : 'breaks:prompt.suggest')}</span>
      <Kbd>F10</Kbd>
    </button>
  );
}
