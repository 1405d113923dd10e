import type { CoreOptions } from '../../options.ts';

/** For how long nobody has used the app. */
export class Idle {
  readonly #options: Pick<CoreOptions, 'clock' | 'host'>;
  #lastActiveAt = 0;

  constructor(options: Pick<CoreOptions, 'clock' | 'host'>) {
    this.#options = options;
  }

  /** Somebody uses it now. */
  end(): void {
    this.#lastActiveAt = this.#options.clock();
  }

  /** Whoever works in another program is at the computer still, where the host can tell. */
  milliseconds(): number {
    const { clock, host } = this.#options;
    const sinceUse = Math.max(0, clock() - this.#lastActiveAt);
    const computerIdle = host.idleSeconds();
    return computerIdle === null ? sinceUse : Math.min(sinceUse, computerIdle * 1000);
  }
}
