export const defaultShortcut = 'Control+Alt+R';

/** Shortcuts that few other programs use, in the order in which they are offered. */
const usualShortcuts = [defaultShortcut, 'Control+Alt+B', 'Control+Alt+Space', 'Control+Shift+F9', 'Alt+Shift+R'];

const modifiers = ['Control', 'Ctrl', 'CommandOrControl', 'Alt', 'Shift', 'Super'];

/**
 * Whether a key combination may be taken from every other program on this computer: it has Control, Alt or
 * the system key in it, and exactly one other key. Anything less would swallow ordinary typing.
 */
export function isSafeAccelerator(accelerator: string): boolean {
  const parts = accelerator.split('+');
  const held = parts.filter((part) => modifiers.includes(part));
  const keys = parts.filter((part) => !modifiers.includes(part));
  return (
    held.some((part) => part !== 'Shift') && keys.length === 1 && /^([A-Z0-9]|F\d{1,2}|Space)$/.test(keys[0] ?? '')
  );
}

export function alternativesTo(accelerator: string): string[] {
  return usualShortcuts.filter((usual) => usual !== accelerator);
}
