import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import type { CallerResult } from '../../shared/contract/callers.ts';
import { Options } from '../components/Options.tsx';
import { SearchField } from '../components/SearchField.tsx';
import { useOptions } from '../components/useOptions.ts';
import { BreakLine } from '../features/breaks/BreakLine.tsx';
import { BreakPrompt } from '../features/breaks/BreakPrompt.tsx';
import { newCallerFrom } from '../features/callers/newCaller.ts';
import { useFoundCallers } from '../features/callers/useFoundCallers.tsx';
import { useSearch } from '../features/callers/useSearch.ts';
import { Today } from '../features/contacts/Today.tsx';
import { useNoteActions } from '../features/contacts/useNoteActions.ts';
import { useWaiting } from '../features/contacts/useWaiting.tsx';
import { DeskNotices } from '../features/window/DeskNotices.tsx';
import { StatusLine } from '../features/window/StatusLine.tsx';
import { setQuery, useDesk } from './deskStore.ts';
import styles from './HomeView.module.css';
import { useLettersGoTo } from './lettersGoTo.ts';
import { useSession } from './session.ts';
import { type Shortcuts, useShortcuts } from './shortcuts.ts';
import { useTexts } from './texts.ts';

const LIST_ID = 'desk-options';
const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8];

/** Searching, and while nothing is typed what waits for this worker. */
export function HomeView({ hidden }: { hidden: boolean }) {
  const t = useTexts();
  const query = useDesk((desk) => desk.query);
  const search = useSearch(query);
  const found = useFoundCallers(query, search.results);
  const waiting = useWaiting();
  const isSearching = query.trim() !== '';
  const groups = isSearching ? found : waiting;
  const startsAtFirst = isSearching || waiting.some(({ id }) => id === 'newest');
  const { active, onArrowKey, reset } = useOptions(groups, startsAtFirst);
  const { openCaller, openFound } = useNoteActions();
  const field = useFocusedField(hidden);

  // Back from what was chosen, the arrow keys begin at the top again.
  useEffect(() => {
    if (!hidden) reset();
  }, [hidden, reset]);

  function change(value: string): void {
    reset();
    setQuery(value);
  }

  /** The caller on a place in the list, of exactly what is typed, even when the results are still on their way. */
  async function callerAt(index: number) {
    return (await search.settle())[index] ?? null;
  }

  /** What Enter does. Keys that follow go to the note, even when the results are still on their way. */
  function choose(): void {
    if (!isSearching || search.isCurrent) active?.onChoose();
    else openFound(callerAt(0).then(exactly), newCallerFrom(query));
  }

  useLayoutEffect(() => {
    useDesk.setState({ chooseHighlighted: isSearching ? choose : null });
    return () => useDesk.setState({ chooseHighlighted: null });
  });

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (onArrowKey(event)) return;
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    choose();
  }

  const byDigit = DIGITS.map((digit): [string, () => unknown] => [
    `Alt+${digit}`,
    () => isSearching && void callerAt(digit - 1).then((caller) => caller && openCaller(caller)),
  ]);
  /** What is chosen, or else the first that can be. */
  const markDone = active?.onDone ?? groups.flatMap(({ options }) => options).find(({ onDone }) => onDone)?.onDone;
  const shortcuts: Shortcuts = {
    'Alt+k': ({ repeat }) => (markDone && !repeat ? markDone() : false),
    ...Object.fromEntries(byDigit),
    Escape: () => (query === '' ? false : change('')),
  };
  useShortcuts('view', hidden ? {} : shortcuts);

  return (
    <main className={styles.home} hidden={hidden}>
      <div className={styles.top}>
        <SearchField
          ref={field}
          label={t('callers:search')}
          placeholder={t('callers:searchPlaceholder')}
          value={query}
          onChange={change}
          onKeyDown={onKeyDown}
          listId={groups.length > 0 ? LIST_ID : undefined}
          activeId={active?.id}
        />
        <StatusLine />
      </div>
      <div className={styles.lists}>
        {search.failed && <p>{t('callers:searchFailed')}</p>}
        {groups.length > 0 && (
          <Options id={LIST_ID} label={t('callers:results')} groups={groups} activeId={active?.id} />
        )}
        {!isSearching && <Today />}
      </div>
      {/* While somebody searches the room is for who is found. */}
      {isSearching && (
        <div className={styles.notices}>
          <BreakLine />
        </div>
      )}
      <div className={styles.notices} hidden={isSearching}>
        <DeskNotices />
        <BreakPrompt />
      </div>
    </main>
  );
}

/** A caller who only looks like what was typed has to be seen before they are chosen. */
const exactly = (caller: CallerResult | null) => (caller?.isLookAlike ? null : caller);

/** The search field has the focus whenever it is shown, and again when the global shortcut was pressed. */
function useFocusedField(hidden: boolean) {
  const field = useRef<HTMLInputElement>(null);
  const summons = useSession((session) => session.summons);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every summons is a reason to focus again
  useEffect(() => {
    if (hidden) return;
    field.current?.focus();
    if (useDesk.getState().isQueryUsed) field.current?.select();
  }, [hidden, summons]);

  useLettersGoTo(field, !hidden);
  return field;
}
