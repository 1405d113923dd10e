import { IconStarFilled } from '@tabler/icons-react';
import type { Phrase } from '../../../shared/contract/phrases.ts';
import { dotted } from '../../app/format.ts';
import { useLanguage, useTexts } from '../../app/texts.ts';
import styles from './PhraseRow.module.css';
import { phraseText } from './phraseText.ts';

/** A sentence in the list; the one the arrow keys are at can be read from some way off. */
export function PhraseRow({ phrase, showKind }: { phrase: Phrase; showKind: boolean }) {
  const t = useTexts();
  const { text, language } = phraseText(phrase, useLanguage());
  const marks = [
    showKind && t(`phrases:kind.${phrase.kind}`),
    phrase.origin === 'own' && t('phrases:own'),
    phrase.isChanged && t('phrases:changed'),
  ].filter(Boolean);
  return (
    <span className={styles.row}>
      {marks.length > 0 && <small className={styles.marks}>{dotted(marks)}</small>}
      <q className={styles.text} lang={language}>
        {text}
      </q>
      {phrase.isFavourite && (
        <IconStarFilled className={styles.star} size="1em" role="img" aria-label={t('phrases:favourite')} />
      )}
    </span>
  );
}
