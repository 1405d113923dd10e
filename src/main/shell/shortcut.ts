import { globalShortcut } from 'electron';
import { alternativesTo, isSafeAccelerator } from './accelerator.ts';
import type { WindowFile } from './windowFile.ts';

export interface Shortcut {
  readonly accelerator: string;
  readonly registered: boolean;
  /** Others that no program holds now. */
  alternatives(): string[];
  /** Registers what was remembered. */
  start(onPressed: () => void): void;
  /** False when another program holds it; the one before it then stays. */
  change(accelerator: string): boolean;
}

/** The key combination that brings the desk window up from any other program. */
export function createShortcut(file: WindowFile): Shortcut {
  let onPressed = () => {};
  const { shortcut } = file.current;
  let accelerator = shortcut;
  // Until it is tried nothing is known to be wrong.
  let registered = true;

  return {
    get accelerator() {
      return accelerator;
    },
    get registered() {
      return registered;
    },
    alternatives: () => alternativesTo(accelerator).filter(isFree),
    start(listener) {
      onPressed = listener;
      registered = take(accelerator, onPressed);
    },
    change(wanted) {
      if (registered && wanted === accelerator) return true;
      if (!take(wanted, onPressed)) return false;
      if (registered) globalShortcut.unregister(accelerator);
      accelerator = wanted;
      registered = true;
      file.remember({ shortcut: wanted });
      return true;
    },
  };
}

function take(accelerator: string, onPressed: () => void): boolean {
  return isSafeAccelerator(accelerator) && globalShortcut.register(accelerator, onPressed);
}

function isFree(accelerator: string): boolean {
  const free = globalShortcut.register(accelerator, () => {});
  if (free) globalShortcut.unregister(accelerator);
  return free;
}
