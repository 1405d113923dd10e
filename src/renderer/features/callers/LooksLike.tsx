import { Button } from '@mantine/core';
import { useDeferredValue } from 'react';
import { useTexts } from '../../app/texts.ts';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import { changeNote, type Note } from '../contacts/noteStore.ts';
import { Born } from './Born.tsx';
import styles from './LooksLike.module.css';
import { useSearch } from './useSearch.ts';

const SHOWN = 3;
const SHORTEST_QUERY = 3;

/** Callers who are known already under what is typed as a new one, so that nobody gets two cards. */
export function LooksLike({ note }: { note: Note }) {
  const t = useTexts();
  const typed = note.newCaller?.number.trim() || note.newCaller?.displayName.trim() || '';
  const query = useDeferredValue(typed.length < SHORTEST_QUERY ? '' : typed);
  const { results } = useSearch(query);
  return (
    <>
      <h2 className={styles.name}>{note.newCaller?.displayName.trim() || t('callers:newCaller')}</h2>
      {results.length > 0 && (
        <section>
          <SectionTitle>{t('callers:looksLike')}</SectionTitle>
          <ul className={styles.list}>
            {results.slice(0, SHOWN).map((caller) => (
              <li key={caller.id} className={styles.row}>
                <span>
                  <b>{caller.displayName}</b>
                  <Born on={caller.birthDate} />
                  <small> {caller.number}</small>
                </span>
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() => changeNote({ callerId: caller.id, newCaller: null })}
                >
                  {t('callers:useCaller')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
