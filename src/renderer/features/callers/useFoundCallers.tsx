import { IconPlus } from '@tabler/icons-react';
import type { CallerResult } from '../../../shared/contract/callers.ts';
import { useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { OptionRow } from '../../components/OptionRow.tsx';
import type { OptionGroup } from '../../components/Options.tsx';
import { useNoteActions } from '../contacts/useNoteActions.ts';
import { CallerRow } from './CallerRow.tsx';
import { newCallerFrom } from './newCaller.ts';

/**
 * The callers found, as options, and the row that makes a new one of what was typed. Callers who only look like it come
 * after that row: Enter opens nobody's card whose name was not typed.
 */
export function useFoundCallers(query: string, results: CallerResult[]): OptionGroup[] {
  const t = useTexts();
  const now = useNow();
  const { openCaller, openNew } = useNoteActions();
  const typed = query.trim();
  if (typed === '') return [];
  const found = results.map((caller, index) => ({
    id: `caller-${caller.id}`,
    content: <CallerRow caller={caller} digit={index + 1} now={now} />,
    onChoose: () => openCaller(caller),
  }));
  const makeNew = {
    id: 'caller-new',
    content: (
      <OptionRow mark={<IconPlus size="1em" />} end={<Kbd>Ctrl N</Kbd>}>
        {t('callers:newCallerNamed', { query: typed })}
      </OptionRow>
    ),
    onChoose: () => openNew(newCallerFrom(typed)),
  };
  const group = { id: 'found', title: t('callers:results'), titleHidden: true };
  if (!results[0]?.isLookAlike) return [{ ...group, options: [...found, makeNew] }];
  return [
    { ...group, id: 'new', options: [makeNew] },
    { id: 'found', title: t('callers:didYouMean'), options: found },
  ];
}
