import { IconArrowsMaximize } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { openSheet, setQuery, useDesk } from '../../app/deskStore.ts';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { Bucket } from '../../components/Bucket.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { becauseOf } from '../breaks/becauseOf.ts';
import { bucketWords } from '../breaks/bucketWords.ts';
import { useBreakState } from '../breaks/useBreaks.ts';
import { useNote } from '../contacts/noteStore.ts';
import { useNoteActions } from '../contacts/useNoteActions.ts';
import styles from './BarView.module.css';
import { useWindowActions } from './useWindow.ts';

interface Props {
  /** The function keys, which grow the window and do what they always do. */
  keys: { key: string; label: string; onPress: () => void }[];
}

/** The window shrunk to 56 px: typing or a function key brings it back. */
export function BarView({ keys }: Props) {
  const t = useTexts();
  const query = useDesk((desk) => desk.query);
  const state = useBreakState();
  const summons = useSession((session) => session.summons);
  const { setBar } = useWindowActions();
  const { park } = useNoteActions();
  const field = useRef<HTMLInputElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every summons is a reason to focus again
  useEffect(() => field.current?.focus(), [summons]);

  /** Somebody else is on the line: a note that is open waits among the parked ones. */
  function type(value: string): void {
    if (useNote.getState().note) park();
    setQuery(value);
    void setBar(false);
  }

  return (
    <main className={styles.bar} aria-label={t('desk:title')}>
      <h1 className="visually-hidden">{t('common:productName')}</h1>
      {state && (
        <IconButton
          label={bucketWords(state, t)}
          icon={<Bucket level={state.level} line={state.line} />}
          onPress={() => {
            openSheet({ kind: 'break' });
            void setBar(false);
          }}
        />
      )}
      <div className={styles.search}>
        <SearchField
          ref={field}
          label={t('callers:search')}
          placeholder={t('callers:searchShort')}
          value={query}
          onChange={type}
        />
      </div>
      {keys.map(({ key, label, onPress }) => {
        const isProposed = key === 'F10' && state?.prompt === true;
        return (
          <button
            key={key}
            type="button"
            className={styles.key}
            data-proposed={isProposed}
            onClick={onPress}
            aria-keyshortcuts={key}
            title={isProposed ? becauseOf(state, t) : label}
          >
            <Kbd>{key}</Kbd>
            <span className={styles.label}>{isProposed ? t('breaks:prompt.bar') : label}</span>
          </button>
        );
      })}
      <IconButton
        label={t('desk:grow')}
        shortcut="Ctrl+."
        icon={<IconArrowsMaximize />}
        onPress={() => void setBar(false)}
      />
    </main>
  );
}
