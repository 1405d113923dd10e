import { useLayoutEffect } from 'react';
import { isForWindow, isTyping } from './shortcuts.ts';

/** A sheet that is not there after this long does not come any more, and the keys are free again. */
const LONGEST_MS = 10_000;

const isThere = (): boolean => [...document.querySelectorAll('[data-sheet]')].some((sheet) => sheet.checkVisibility());

/**
 * On a busy computer a sheet can come later than the key after the one that opened it. Keys that are pressed in between
 * wait, and are given to the sheet in their order: none is lost, and none goes to what lies under it.
 *
 * `opened` is what was asked for, and null while nothing is; `onEscape` closes it before it came.
 */
export function useHeldKeys(opened: unknown, onEscape: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: keys are held once for each sheet that is opened.
  useLayoutEffect(() => (opened === null || isThere() ? undefined : holdKeys(onEscape)), [opened]);
}

/** Gives what was held to the sheet that has come; set while keys are held. */
let give: (() => void) | null = null;

/** A sheet says that it is there, and where its focus is. */
export const giveHeldKeys = (): void => give?.();

/** Until the sheet is there; ends without giving anything when something else is opened or the sheet is closed. */
function holdKeys(onEscape: () => void): () => void {
  const held: KeyboardEvent[] = [];

  function onKeyDown(event: KeyboardEvent): void {
    if (isForWindow(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === 'Escape') onEscape();
    else held.push(event);
  }

  function letGo(): void {
    window.removeEventListener('keydown', onKeyDown, { capture: true });
    window.clearTimeout(givingUp);
    give = null;
  }

  give = () => {
    letGo();
    for (const event of held) giveAgain(event);
  };
  const givingUp = window.setTimeout(letGo, LONGEST_MS);
  window.addEventListener('keydown', onKeyDown, { capture: true });
  return letGo;
}

/** What the key would have done where the focus is now. */
function giveAgain({ key, code, ctrlKey, altKey, shiftKey, metaKey }: KeyboardEvent): void {
  const target = document.activeElement ?? document.body;
  const again = { key, code, ctrlKey, altKey, shiftKey, metaKey, bubbles: true, cancelable: true };
  if (!target.dispatchEvent(new KeyboardEvent('keydown', again)) || ctrlKey || altKey || metaKey) return;
  if (key === 'Enter' && target instanceof HTMLInputElement) target.form?.requestSubmit();
  else if ((key === 'Enter' || key === ' ') && target instanceof HTMLButtonElement) target.click();
  else if (key.length === 1 && isTyping(target)) type(target, key);
}

function type(target: Element, text: string): void {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
  // Fields without a place to type in, such as a number, have no selection.
  if (target.selectionStart === null || target.selectionEnd === null) return;
  target.setRangeText(text, target.selectionStart, target.selectionEnd, 'end');
  target.dispatchEvent(new InputEvent('input', { data: text, inputType: 'insertText', bubbles: true }));
}
