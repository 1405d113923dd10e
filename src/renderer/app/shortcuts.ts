import { useEffect, useRef } from 'react';

/** Handlers by key: `F8`, `Escape`, `Ctrl+Enter`, `Alt+1`, `a`. A handler that returns `false` lets the key pass. */
export type Shortcuts = Record<string, (event: KeyboardEvent) => unknown>;

/** The name of a pressed key; digits by their place, so that Alt+1 works on any layout. */
export function nameOfKey(event: KeyboardEvent): string {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  const key = digit && !event.shiftKey ? digit : event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const modifiers = [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : ''].filter(Boolean);
  if (event.shiftKey && event.key.length > 1) modifiers.push('Shift');
  return [...modifiers, key].join('+');
}

/** True while the focus is where letters are typed. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
}

/** What is opened last hears a key first. */
const layers: { current: Shortcuts }[] = [];

function onKeyDown(event: KeyboardEvent): void {
  // A key that finishes a composed character (an accent, another script) belongs to the text.
  if (event.isComposing || event.defaultPrevented) return;
  const name = nameOfKey(event);
  for (const layer of layers.toReversed()) {
    const handler = layer.current[name];
    if (handler && handler(event) !== false) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
  }
}

/** Listens to keys in the whole window for as long as the component is shown. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;

  useEffect(() => {
    if (layers.length === 0) window.addEventListener('keydown', onKeyDown);
    layers.push(latest);
    return () => {
      layers.splice(layers.indexOf(latest), 1);
      if (layers.length === 0) window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
