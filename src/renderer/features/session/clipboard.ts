import { useState } from 'react';

/** Copies a text and tells for which text that last worked; false when the host refuses. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export type CopyState = 'idle' | 'copied' | 'refused';

export function useCopy(): [CopyState, (text: string) => void] {
  const [state, setState] = useState<CopyState>('idle');
  const copy = (text: string) => {
    void copyText(text).then((done) => setState(done ? 'copied' : 'refused'));
  };
  return [state, copy];
}
