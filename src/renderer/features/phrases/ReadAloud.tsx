import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Phrase } from '../../../shared/contract/phrases.ts';
import { useLanguage, useTexts } from '../../app/texts.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { closesContact, phraseText } from './phraseText.ts';
import styles from './ReadAloud.module.css';

interface Props {
  phrase: Phrase;
  position: number;
  count: number;
  onStep: (by: 1 | -1) => void;
}

/** One sentence, as large as the window allows. */
export function ReadAloud({ phrase, position, count, onStep }: Props) {
  const t = useTexts();
  const { text, language } = phraseText(phrase, useLanguage());
  const figure = useRef<HTMLElement>(null);
  // The field that had the focus went; the arrows and Escape are for the sentence, and Enter does nothing by accident.
  useEffect(() => figure.current?.focus(), []);
  return (
    <figure ref={figure} className={styles.read} tabIndex={-1}>
      <blockquote className={styles.text} aria-live="polite" lang={language}>
        <q>{text}</q>
      </blockquote>
      {closesContact(phrase) && <b>{t('measures:emergencies')}</b>}
      <figcaption className={styles.caption}>
        <small>
          {t(`phrases:kind.${phrase.kind}`)} · {t('phrases:position', { number: position, count })}
        </small>
        {count > 1 && (
          <Button size="xs" variant="default" onClick={() => onStep(1)} aria-keyshortcuts="ArrowRight">
            {t('phrases:another')}
            <KeyHint>→</KeyHint>
          </Button>
        )}
      </figcaption>
    </figure>
  );
}
