import { secondsToWait } from '../../rules/unlockDelay.ts';

interface Wrong {
  count: number;
  at: number;
}

/**
 * The wrong passwords of this run of the program, beside the number that stands in the key file: so that a file that
 * cannot be written, or that was put back, gives nobody a try more. `uptime` only goes forward.
 */
export class Tries {
  readonly #uptime: () => number;
  readonly #startedAt: number;
  readonly #wrong = new Map<string, Wrong>();

  constructor(uptime: () => number) {
    this.#uptime = uptime;
    this.#startedAt = uptime();
  }

  /** How many were wrong in a row with this key, of which the key file knows so many. */
  count(key: string, written: number): number {
    return Math.max(written, this.#wrong.get(key)?.count ?? 0);
  }

  /** Whole seconds until the next try. */
  secondsToWait(key: string, written: number): number {
    const since = this.#wrong.get(key)?.at ?? this.#startedAt;
    return secondsToWait(this.count(key, written), this.#uptime() - since);
  }

  /** Counts a wrong one, and tells how many there are now. */
  wrong(key: string, written: number): number {
    const count = this.count(key, written) + 1;
    this.#wrong.set(key, { count, at: this.#uptime() });
    return count;
  }

  right(key: string): void {
    this.#wrong.delete(key);
  }
}
