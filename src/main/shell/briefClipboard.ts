import { app, clipboard } from 'electron';

const keptMs = 60_000;
/** A page tells that it copied before the system has what it copied. */
const readAfterMs = [100, 400, 1500];

/** Keeps what this program put on the clipboard there for a minute at most; what another program put there stays. */
export interface BriefClipboard {
  /** Puts a secret there. */
  copy(text: string): void;
  /** Something was copied in a window. */
  copied(): void;
  /** Takes it away now. */
  clear(): void;
}

interface Kept {
  /** Empty until it was read. */
  text: string;
  timer: NodeJS.Timeout;
}

export function createBriefClipboard(): BriefClipboard {
  let kept: Kept | null = null;
  // The end of the program leaves no time to look: better something else is gone than the secret stays.
  app.on('will-quit', () => {
    if (kept) void clipboard.clear();
  });

  function keep(text: string): Kept {
    if (kept) clearTimeout(kept.timer);
    kept = { text, timer: setTimeout(clear, keptMs) };
    return kept;
  }

  async function clear(): Promise<void> {
    if (!kept) return;
    const { text, timer } = kept;
    clearTimeout(timer);
    kept = null;
    if (text === '' || (await clipboard.readText()) === text) await clipboard.clear();
  }

  return {
    copy(text) {
      void clipboard.writeText(text);
      keep(text);
    },
    copied() {
      const copied = keep('');
      for (const milliseconds of readAfterMs) {
        setTimeout(async () => {
          if (copied.text === '') copied.text = await clipboard.readText();
        }, milliseconds);
      }
    },
    clear: () => void clear(),
  };
}
