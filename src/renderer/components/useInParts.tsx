import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../app/texts.ts';
import { OptionRow } from './OptionRow.tsx';
import type { OptionGroup } from './Options.tsx';

const PART = 20;

/** Shows so much of long groups as can be looked through, with an option to see more: thousands would slow every key. */
export function useInParts(groups: OptionGroup[]): OptionGroup[] {
  const t = useTexts();
  const [parts, setParts] = useState<Record<string, number>>({});
  return groups.map((group) => {
    const shown = PART * (parts[group.id] ?? 1);
    const next = group.options[shown];
    if (!next) return group;
    const more = {
      // It has the name of what comes in its place, so that the arrow keys go on from there.
      id: next.id,
      content: (
        <OptionRow mark={<IconDots size="1.1em" />}>
          {t('desk:showMore', { count: group.options.length - shown })}
        </OptionRow>
      ),
      onChoose: () => setParts({ ...parts, [group.id]: shown / PART + 1 }),
    };
    return { ...group, options: [...group.options.slice(0, shown), more] };
  });
}
