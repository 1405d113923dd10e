import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { PhraseKind } from '../../../shared/contract/phrases.ts';
import { useApi } from '../../app/api.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useLanguage, useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { Notice } from '../../components/Notice.tsx';
import { type OptionGroup, Options } from '../../components/Options.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { useOptions } from '../../components/useOptions.ts';
import { matchingPhrases } from './matchingPhrases.ts';
import { PhraseRow } from './PhraseRow.tsx';
import { ReadAloud } from './ReadAloud.tsx';

const LIST_ID = 'phrase-options';

/** In the order of their keys, 1 to 7. */
const kinds: PhraseKind[] = [
  'slowing',
  'namingLimit',
  'announcingEnd',
  'ending',
  'takingOver',
  'explainingBan',
  'handingOver',
];

/** A sentence to say: a digit for its kind, or a letter or two of it, and Enter for large type. */
export function PhrasesSheet({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const { queries } = useApi();
  const { data: all = [], isError } = useQuery(
    queries.phrases.list.queryOptions({ input: { language: useLanguage() } }),
  );
  const [kind, setKind] = useState<PhraseKind | null>(null);
  const [typed, setTyped] = useState('');
  const [readId, setReadId] = useState<number | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const found = matchingPhrases(all, kind, typed);
  const read = found.find(({ id }) => id === readId);

  const group: OptionGroup = {
    id: 'found',
    title: t('phrases:list'),
    titleHidden: true,
    options: found.map((phrase) => ({
      id: `phrase-${phrase.id}`,
      content: <PhraseRow phrase={phrase} showKind={kind === null} />,
      onChoose: () => setReadId(phrase.id),
    })),
  };
  const groups = found.length > 0 ? [group] : [];
  const { active, onArrowKey, reset } = useOptions(groups, true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: back from large type, the field takes letters again
  useEffect(() => field.current?.focus(), [read === undefined]);

  function choose(next: PhraseKind): void {
    reset();
    setReadId(null);
    setKind(kind === next && readId === null ? null : next);
  }

  function step(by: 1 | -1): void {
    const index = found.findIndex(({ id }) => id === readId);
    setReadId(found[(index + by + found.length) % found.length]?.id ?? null);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (onArrowKey(event) || event.key !== 'Enter') return;
    event.preventDefault();
    active?.onChoose();
  }

  useShortcuts('sheet', {
    ...Object.fromEntries(kinds.map((one, index) => [String(index + 1), () => choose(one)])),
    ...(read && {
      ArrowRight: () => step(1),
      ArrowDown: () => step(1),
      ArrowLeft: () => step(-1),
      ArrowUp: () => step(-1),
    }),
  });

  return (
    <Sheet title={t('phrases:title')} closeLabel={t('desk:escBack')} onClose={read ? () => setReadId(null) : onClose}>
      {!read && (
        <SearchField
          ref={field}
          label={t('phrases:filter')}
          value={typed}
          onChange={(value) => {
            reset();
            setTyped(value);
          }}
          onKeyDown={onKeyDown}
          placeholder={t('phrases:filterPlaceholder')}
          listId={groups.length > 0 ? LIST_ID : undefined}
          activeId={active?.id}
        />
      )}
      <Chips title={t('phrases:kinds')} titleHidden>
        {kinds.map((one, index) => (
          <Chip key={one} hint={String(index + 1)} selected={kind === one} onToggle={() => choose(one)}>
            {t(`phrases:kind.${one}`)}
          </Chip>
        ))}
      </Chips>
      {isError && <Notice tone="plain">{t('phrases:loadFailed')}</Notice>}
      {read && <ReadAloud phrase={read} position={found.indexOf(read) + 1} count={found.length} onStep={step} />}
      {!read && <Options id={LIST_ID} label={t('phrases:list')} groups={groups} activeId={active?.id} />}
      {!read && found.length === 0 && !isError && typed && <p>{t('phrases:none')}</p>}
    </Sheet>
  );
}
