import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { CallerResult } from '../../../shared/contract/callers.ts';
import { useNow } from '../../app/format.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { type OptionGroup, Options } from '../../components/Options.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { useOptions } from '../../components/useOptions.ts';
import { CallerRow } from './CallerRow.tsx';
import { useSearch } from './useSearch.ts';

interface Props {
  onChoose: (caller: { id: number; displayName: string }) => void;
  /** Who cannot be chosen. */
  except?: number;
  /** What the caller is looked for. */
  children?: ReactNode;
}

const LIST_ID = 'choose-options';
const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8];

/** Searches a caller as everywhere else, to do something with. */
export function ChooseCaller({ onChoose, except, children }: Props) {
  const t = useTexts();
  const now = useNow();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const search = useSearch(typed);
  const others = (callers: CallerResult[]) => callers.filter(({ id }) => id !== except);
  const found = others(search.results);
  const group: OptionGroup = {
    id: 'found',
    title: t(found[0]?.isLookAlike ? 'callers:didYouMean' : 'callers:results'),
    titleHidden: !found[0]?.isLookAlike,
    options: found.map((caller, index) => ({
      id: `choose-${caller.id}`,
      content: <CallerRow caller={caller} digit={index + 1} now={now} />,
      onChoose: () => onChoose(caller),
    })),
  };
  const groups = found.length > 0 ? [group] : [];
  const { active, onArrowKey, reset } = useOptions(groups, true);

  useEffect(() => field.current?.focus(), []);

  /** The caller on a place in the list that is still on its way; a look-alike has to be seen first. */
  const chooseAt = (index: number): void => {
    search
      .settle()
      .then(others)
      .then((callers) => callers[index] && !callers[index].isLookAlike && onChoose(callers[index]))
      .catch(() => undefined);
  };

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (onArrowKey(event) || event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (search.isCurrent) active?.onChoose();
    else if (typed.trim() !== '') chooseAt(0);
  }

  useShortcuts(
    'sheet',
    Object.fromEntries(
      DIGITS.map((digit) => [
        `Alt+${digit}`,
        () => (search.isCurrent ? group.options[digit - 1]?.onChoose() : chooseAt(digit - 1)),
      ]),
    ),
  );

  return (
    <>
      {children && <div>{children}</div>}
      <SearchField
        ref={field}
        label={t('callers:search')}
        placeholder={t('callers:searchPlaceholder')}
        value={typed}
        onChange={(value) => {
          reset();
          setTyped(value);
        }}
        onKeyDown={onKeyDown}
        listId={groups.length > 0 ? LIST_ID : undefined}
        activeId={active?.id}
      />
      {search.failed && <p>{t('callers:searchFailed')}</p>}
      {typed.trim() !== '' && search.isCurrent && groups.length === 0 && <p>{t('callers:noneFound')}</p>}
      {groups.length > 0 && <Options id={LIST_ID} label={t('callers:results')} groups={groups} activeId={active?.id} />}
    </>
  );
}
