import { randomUUID } from 'node:crypto';
import type { AboutToLock } from '../../../../shared/contract/session.ts';

/** How long windows get to hand over what is typed: one that hangs, or means harm, must not keep the app open. */
const PATIENCE_MILLISECONDS = 1000;

/** The windows that follow the session: before the app locks, each of them hands over what is typed in it. */
export class OpenWindows {
  readonly #open = new Set<string>();
  #awaited = new Set<string>();
  #turn = 0;
  #whenAllReady: (() => void) | null = null;

  /** Whether they are handing over now: nothing else may be asked then. */
  get areHandingOver(): boolean {
    return this.#whenAllReady !== null;
  }

  /** Begins to count a window, under a name that only it is told. */
  add(): string {
    const window = randomUUID();
    this.#open.add(window);
    return window;
  }

  /** It is gone, and nobody waits for it. */
  remove(window: string): void {
    this.#open.delete(window);
    this.#leave(window);
  }

  /** A window has handed over everything. */
  ready({ window, turn }: AboutToLock): void {
    if (turn === this.#turn) this.#leave(window);
  }

  #leave(window: string): void {
    this.#awaited.delete(window);
    if (this.#awaited.size === 0) this.#whenAllReady?.();
  }

  /** Tells every window that the app is about to lock; resolves when all have handed over, or patience is over. */
  async handOver(tell: (word: AboutToLock) => void): Promise<void> {
    if (this.#open.size === 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#turn += 1;
    this.#awaited = new Set(this.#open);
    this.#whenAllReady = resolve;
    for (const window of this.#awaited) tell({ window, turn: this.#turn });
    const patience = setTimeout(resolve, PATIENCE_MILLISECONDS);
    await promise;
    clearTimeout(patience);
    this.#whenAllReady = null;
  }
}
