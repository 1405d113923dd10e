import { Button } from '@mantine/core';
import { safe } from '@orpc/client';
import { useState } from 'react';
import type { Phrase } from '../../../shared/contract/phrases.ts';
import { useApi } from '../../app/api.ts';
import { closeSheet, confirm } from '../../app/deskStore.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import styles from './PhraseForm.module.css';

/** Taking a sentence away, and the way back: one that was made here is removed, a starting one hidden. */
export function PhraseRemoval({ phrase, dropUnfinished }: { phrase: Phrase; dropUnfinished: () => Promise<void> }) {
  const t = useTexts();
  const { client } = useApi();
  const [failed, setFailed] = useState(false);
  const { id: phraseId, kind, nl, en, origin } = phrase;
  const again = { phraseId: null, words: { kind, nl, en } };

  async function act(doing: Promise<unknown>, done: string, undo?: () => void): Promise<void> {
    const { error } = await safe(doing);
    if (error) return setFailed(true);
    await safe(dropUnfinished());
    closeSheet();
    confirm(done, undo);
  }

  const remove = () =>
    origin === 'own'
      ? act(
          client.phrases.removeOwn({ phraseId }),
          t('phrases:removed'),
          () => void safe(client.phrases.saveOwn(again)),
        )
      : act(
          client.phrases.removeFromPractice({ phraseId }),
          t('phrases:removed'),
          () => void safe(client.phrases.saveForPractice(again)),
        );
  const setHidden = (hidden: boolean) =>
    act(
      client.phrases.setHidden({ phraseId, hidden }),
      t(hidden ? 'phrases:hiddenNow' : 'phrases:shownAgain'),
      () => void safe(client.phrases.setHidden({ phraseId, hidden: !hidden })),
    );
  const restore = () =>
    act(
      client.phrases.restore({ phraseId }),
      t('phrases:restored'),
      () => void safe(client.phrases.saveForPractice({ ...again, phraseId })),
    );

  return (
    <div className={styles.buttons}>
      {origin !== 'starting' && (
        <Button size="xs" variant="default" onClick={() => void remove()}>
          {t('phrases:form.remove')}
        </Button>
      )}
      {origin === 'starting' && (
        <Button size="xs" variant="default" onClick={() => void setHidden(!phrase.isHidden)}>
          {t(phrase.isHidden ? 'phrases:form.show' : 'phrases:form.hide')}
        </Button>
      )}
      {phrase.isChanged && (
        <Button size="xs" variant="default" onClick={() => void restore()}>
          {t('phrases:form.restore')}
        </Button>
      )}
      {failed && <FieldError>{t('desk:actionFailed')}</FieldError>}
    </div>
  );
}
