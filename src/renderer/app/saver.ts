/** `saved` only when the core has confirmed the newest change. */
export type SaveState = 'untouched' | 'saving' | 'saved' | 'failed';

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 5_000;

export interface Saver<Value> {
  /** Saves this; a change that is waiting to be saved gives way to it. */
  change(value: Value): void;
  /** Tries at once; resolves when everything is saved, or the next attempt has to wait a while. */
  flush(): Promise<void>;
  /** Sends what is waiting without waiting for what is under way: the page goes, and nobody is there for an answer. */
  leave(): void;
  /** Drops what is waiting, and resolves when nothing is under way any more. The next change starts it again. */
  stop(): Promise<void>;
}

const savers = new Set<Saver<never>>();

/** Resolves when what was typed anywhere in this window is saved, as far as the core takes it. */
export async function flushSavers(): Promise<void> {
  await Promise.all([...savers].map((saver) => saver.flush()));
}

/** The last thing a page does: a window that is closed takes nothing with it that was typed. */
export function leaveSavers(): void {
  for (const saver of savers) saver.leave();
}

/** Drops what is still waiting: it is of whoever worked here before, and must not be saved as somebody else's. */
export function stopSavers(): void {
  for (const saver of savers) void saver.stop();
}

/** Saves every change one after the other: one under way, the newest waiting, what fails is tried again. */
export function createSaver<Value>(
  send: (value: Value) => Promise<unknown>,
  onState: (state: SaveState) => void,
): Saver<Value> {
  let waiting: { value: Value } | null = null;
  let running: Promise<void> | null = null;
  let wake: () => void = () => undefined;
  let stopped = false;
  let onRest: (() => void)[] = [];

  const rest = () => {
    for (const resolve of onRest) resolve();
    onRest = [];
  };

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function run(): Promise<void> {
    let retryMs = FIRST_RETRY_MS;
    while (waiting && !stopped) {
      const current = waiting;
      waiting = null;
      try {
        await send(current.value);
        retryMs = FIRST_RETRY_MS;
      } catch {
        if (stopped) return;
        waiting ??= current;
        onState('failed');
        rest();
        await pause(retryMs);
        retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
      }
    }
    if (!stopped) onState('saved');
  }

  const saver: Saver<Value> = {
    change(value) {
      waiting = { value };
      stopped = false;
      onState('saving');
      wake();
      savers.add(saver);
      running ??= run().finally(() => {
        running = null;
        savers.delete(saver);
        rest();
      });
    },
    flush() {
      if (!running) return Promise.resolve();
      const rested = new Promise<void>((resolve) => onRest.push(resolve));
      wake();
      return rested;
    },
    leave() {
      if (waiting) send(waiting.value).catch(() => undefined);
      waiting = null;
    },
    async stop() {
      stopped = true;
      waiting = null;
      wake();
      await running;
    },
  };
  return saver;
}
