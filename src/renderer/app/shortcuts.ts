import { useLayoutEffect, useRef } from 'react';

/** Handlers by key: `F8`, `Escape`, `Ctrl+Enter`, `Alt+1`, `a`. A handler that returns `false` lets the key pass. */
export type Shortcuts = Record<string, (event: KeyboardEvent) => unknown>;

/** Who hears a key first: a menu before the sheet it is in, a sheet before the view under it, a view before the window. */
const layerOrder = ['menu', 'sheet', 'view', 'window'] as const;
export type Layer = (typeof layerOrder)[number];

/** The name of a pressed key; digits by their place, so that Alt+1 works on any layout. */
function nameOfKey(event: KeyboardEvent): string {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  const key = digit && !event.shiftKey ? digit : event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const modifiers = [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : ''].filter(Boolean);
  if (event.shiftKey && event.key.length > 1) modifiers.push('Shift');
  return [...modifiers, key].join('+');
}

/** A function key, or one with Ctrl or Alt, that the whole window listens to. */
export function isForWindow(event: KeyboardEvent): boolean {
  const name = nameOfKey(event);
  return name.length > 1 && listeners.some(({ layer, shortcuts }) => layer === 'window' && shortcuts.current[name]);
}

/** True while the focus is where letters are typed. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
}

/** What lies over the page keeps its keys to itself. */
export const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"]') !== null;

/** True where Enter already means something: on a button that is not a choice, and where a line may be broken. */
export function enterHasMeaning(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLButtonElement && !target.hasAttribute('aria-pressed');
}

const listeners: { layer: Layer; shortcuts: { current: Shortcuts } }[] = [];

function onKeyDown(event: KeyboardEvent): void {
  // A key that finishes a composed character (an accent, another script) belongs to the text.
  if (event.isComposing || event.defaultPrevented) return;
  const name = nameOfKey(event);
  for (const layer of layerOrder) {
    for (const listener of listeners.filter((one) => one.layer === layer)) {
      const handler = listener.shortcuts.current[name];
      if (handler && handler(event) !== false) {
        event.preventDefault();
        return;
      }
    }
  }
}

/** Listens to keys in the whole window for as long as the component is shown, from the moment it can be seen. */
export function useShortcuts(layer: Layer, shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;

  useLayoutEffect(() => {
    const listener = { layer, shortcuts: latest };
    if (listeners.length === 0) window.addEventListener('keydown', onKeyDown);
    listeners.push(listener);
    return () => {
      listeners.splice(listeners.indexOf(listener), 1);
      if (listeners.length === 0) window.removeEventListener('keydown', onKeyDown);
    };
  }, [layer]);
}
