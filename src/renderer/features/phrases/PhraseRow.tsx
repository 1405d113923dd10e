import type { Phrase } from '../../../shared/contract/phrases.ts';
import { useTexts } from '../../app/texts.ts';
import styles from './PhraseRow.module.css';

/** A sentence in the list; the one the arrow keys are at can be read from some way off. */
export function PhraseRow({ phrase, showKind }: { phrase: Phrase; showKind: boolean }) {
  const t = useTexts();
  return (
    <span className={styles.row}>
      {showKind && <small>{t(`phrases:kind.${phrase.kind}`)}</small>}
      <q className={styles.text}>{phrase.text}</q>
    </span>
  );
}
