import { safe } from '@orpc/client';
import { isInDialog, useShortcuts } from '../../app/shortcuts.ts';
import type { Unfinished } from './useUnfinished.ts';

/**
 * The one rule for leaving a form whose typing is kept: Escape, closing, moving away and a lock keep what was typed;
 * only the button that cancels throws it away, so that the form begins anew.
 * @returns what the button that cancels does
 */
export function useLeaving({ drop }: Pick<Unfinished<never>, 'drop'>, onClose: () => void): () => void {
  // A dialog and a sheet close themselves.
  useShortcuts('sheet', { Escape: ({ target }) => (isInDialog(target) ? false : onClose()) });
  return () => void safe(drop()).then(onClose);
}
