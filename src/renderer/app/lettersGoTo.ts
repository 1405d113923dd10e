import { type RefObject, useEffect } from 'react';
import { isTyping } from './shortcuts.ts';

/** Letters typed while a button or nothing at all has the focus belong in this field: nobody has to click first. */
export function useLettersGoTo(field: RefObject<HTMLElement | null>, isInSight: boolean): void {
  useEffect(() => {
    if (!isInSight) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const isLetter = /^[\p{L}\p{N}]$/u.test(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey;
      const focused = document.activeElement;
      if (isLetter && !isTyping(focused) && !focused?.closest('[role=menu]')) field.current?.focus();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [field, isInSight]);
}
