import { type KeyboardEvent, useCallback, useState } from 'react';
import type { Option, OptionGroup } from './Options.tsx';

/** Which option the arrow keys are at; the first one when the list says so, and again when the list changes. */
export function useOptions(groups: OptionGroup[], startAtFirst: boolean) {
  const [chosenId, setChosenId] = useState<string>();
  const options = groups.flatMap((group) => group.options);
  const chosen = options.find(({ id }) => id === chosenId);
  const active: Option | undefined = chosen ?? (startAtFirst ? options[0] : undefined);

  function move(step: 1 | -1): void {
    if (options.length === 0) return;
    const at = active ? options.indexOf(active) : step === 1 ? -1 : 0;
    setChosenId(options[(at + step + options.length) % options.length]?.id);
  }

  function onArrowKey(event: KeyboardEvent): boolean {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return false;
    event.preventDefault();
    move(event.key === 'ArrowDown' ? 1 : -1);
    return true;
  }

  const reset = useCallback(() => setChosenId(undefined), []);
  return { active, onArrowKey, reset };
}
