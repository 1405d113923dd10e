import { Button } from '@mantine/core';
import { safe } from '@orpc/client';
import { IconPencil, IconPlus, IconStar, IconStarFilled } from '@tabler/icons-react';
import type { Phrase, PhraseKind } from '../../../shared/contract/phrases.ts';
import { announce } from '../../app/announce.ts';
import { useApi } from '../../app/api.ts';
import { openSheet, tellFailure } from '../../app/deskStore.ts';
import { useUnlocked } from '../../app/session.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { editing } from './editedPhrase.ts';
import styles from './PhraseActions.module.css';

interface Props {
  /** The sentence that is read or that the arrow keys are at. */
  phrase: Phrase | undefined;
  /** What a new one is for, unless the worker chooses otherwise. */
  kind: PhraseKind;
}

/** What can be done with a sentence: keep it at hand, put it in other words, add one. */
export function PhraseActions({ phrase, kind }: Props) {
  const t = useTexts();
  const { client } = useApi();
  const isManager = useUnlocked().user.role === 'manager';
  const edited = phrase && editing(phrase, isManager);

  async function turnFavourite(): Promise<void> {
    if (!phrase) return;
    const favourite = !phrase.isFavourite;
    const { error } = await safe(client.phrases.setFavourite({ phraseId: phrase.id, favourite }));
    if (error) return tellFailure(t('desk:actionFailed'));
    announce(t(favourite ? 'phrases:nowFavourite' : 'phrases:noFavourite'));
  }

  const edit = () => edited && openSheet({ kind: 'phrase', edited });
  const add = () => openSheet({ kind: 'phrase', edited: { as: 'new', kind } });

  useShortcuts('sheet', { '0': () => void turnFavourite(), '9': edit, '8': add });

  return (
    <div className={styles.actions}>
      {phrase && (
        <>
          <Button
            size="xs"
            variant="default"
            leftSection={
              phrase.isFavourite ? (
                <IconStarFilled size="1em" aria-hidden="true" />
              ) : (
                <IconStar size="1em" aria-hidden="true" />
              )
            }
            aria-pressed={phrase.isFavourite}
            aria-keyshortcuts="0"
            onClick={() => void turnFavourite()}
          >
            {t('phrases:favourite')}
            <KeyHint>0</KeyHint>
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPencil size="1em" aria-hidden="true" />}
            aria-keyshortcuts="9"
            onClick={edit}
          >
            {t(edited?.as === 'ownVersion' ? 'phrases:ownVersion' : 'phrases:edit')}
            <KeyHint>9</KeyHint>
          </Button>
        </>
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size="1em" aria-hidden="true" />}
        aria-keyshortcuts="8"
        onClick={add}
      >
        {t('phrases:new')}
        <KeyHint>8</KeyHint>
      </Button>
    </div>
  );
}
