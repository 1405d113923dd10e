import type { Check } from '../../../shared/contract/prevention.ts';
import { useTexts } from '../../app/texts.ts';

/** What a point of the check-list is called, and what to look for: the program's words or the practice's own. */
export function usePointWords() {
  const t = useTexts();
  return ({ starting, what, help }: Pick<Check, 'starting' | 'what' | 'help'>) =>
    starting === null
      ? { what, help }
      : { what: t(`prevention:checks.item.${starting}`), help: t(`prevention:checks.help.${starting}`) };
}
