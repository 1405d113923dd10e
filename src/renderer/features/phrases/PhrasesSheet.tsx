import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Phrase, PhraseKind } from '../../../shared/contract/phrases.ts';
import { useApi } from '../../app/api.ts';
import { useDesk } from '../../app/deskStore.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useLanguage, useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { Notice } from '../../components/Notice.tsx';
import { type OptionGroup, Options } from '../../components/Options.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { useOptions } from '../../components/useOptions.ts';
import { useFoundRules } from '../houseRules/useRuleOptions.tsx';
import { StatusLine } from '../window/StatusLine.tsx';
import { matchingPhrases } from './matchingPhrases.ts';
import { PhraseActions } from './PhraseActions.tsx';
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
  const language = useLanguage();
  const hasConfirmation = useDesk((desk) => desk.confirmation !== null);
  const { data: all = [], isError } = useQuery(queries.phrases.list.queryOptions());
  const [kind, setKind] = useState<PhraseKind | null>(null);
  const [typed, setTyped] = useState('');
  const [readId, setReadId] = useState<number | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const matching = matchingPhrases(all, { kind, typed, language, nameOf: (one) => t(`phrases:kind.${one}`) });
  const found = inOrder(matching);
  const read = found.find(({ id }) => id === readId);
  const foundRules = useFoundRules(typed);
  const rules = typed.trim() === '' ? [] : foundRules;
  const showKind = kind === null || found.some((phrase) => phrase.kind !== kind);

  const group = (id: string, title: string, phrases: Phrase[], titleHidden: boolean): OptionGroup[] =>
    phrases.length === 0
      ? []
      : [
          {
            ...{ id, title, titleHidden },
            options: phrases.map((phrase) => ({
              id: `phrase-${phrase.id}`,
              content: <PhraseRow phrase={phrase} showKind={showKind} />,
              onChoose: () => setReadId(phrase.id),
            })),
          },
        ];
  const [favourites, others, hidden] = [
    found.filter(isFirst),
    found.filter((phrase) => !isFirst(phrase) && !phrase.isHidden),
    found.filter(({ isHidden }) => isHidden),
  ];
  const groups = [
    ...group('favourites', t('phrases:favourites'), favourites, false),
    ...group(
      'found',
      t(kind !== null && showKind ? 'phrases:allKinds' : 'phrases:rest'),
      others,
      favourites.length === 0 && (kind === null || !showKind),
    ),
    ...group('hidden', t('phrases:hidden'), hidden, false),
    ...(rules.length > 0 ? [{ id: 'rules', title: t('houseRules:title'), options: rules }] : []),
  ];
  const { active, onArrowKey, reset } = useOptions(groups, true);
  const atPhrase = read ?? found.find(({ id }) => `phrase-${id}` === active?.id);

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
    <Sheet
      title={t('phrases:title')}
      closeLabel={t('desk:escBack')}
      onClose={read ? () => setReadId(null) : onClose}
      footer={<PhraseActions phrase={atPhrase} kind={kind ?? 'slowing'} />}
    >
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
      {hasConfirmation && <StatusLine />}
      {isError && <Notice tone="plain">{t('phrases:loadFailed')}</Notice>}
      {read && <ReadAloud phrase={read} position={found.indexOf(read) + 1} count={found.length} onStep={step} />}
      {!read && <Options id={LIST_ID} label={t('phrases:list')} groups={groups} activeId={active?.id} />}
      {!read && groups.length === 0 && !isError && typed && <p>{t('phrases:none')}</p>}
    </Sheet>
  );
}

const isFirst = ({ isFavourite, isHidden }: Phrase): boolean => isFavourite && !isHidden;

/** Favourites first, what is hidden last. */
function inOrder(phrases: Phrase[]): Phrase[] {
  const place = (phrase: Phrase): number => (phrase.isHidden ? 2 : isFirst(phrase) ? 0 : 1);
  return phrases.toSorted((a, b) => place(a) - place(b));
}
