import { useEffect } from 'react';
import { useApi } from './api.ts';

function isAnythingSelected(): boolean {
  const field = document.activeElement;
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    return field.selectionStart !== field.selectionEnd;
  }
  return document.getSelection()?.isCollapsed === false;
}

/** Tells the core when something is copied here, so that it does not stay on the clipboard. */
export function useCopies(): void {
  const { client } = useApi();
  useEffect(() => {
    const tell = () => {
      // While locked it is refused: what the lock screen shows is not personal.
      if (isAnythingSelected()) client.window.copied().catch(() => undefined);
    };
    const events = ['copy', 'cut'] as const;
    for (const name of events) document.addEventListener(name, tell, { capture: true });
    return () => {
      for (const name of events) document.removeEventListener(name, tell, { capture: true });
    };
  }, [client]);
}
