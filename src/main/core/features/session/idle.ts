import type { CoreOptions } from '../../options.ts';

type Time = Pick<CoreOptions, 'clock' | 'uptime' | 'host'>;

/** For how long nobody has used the app. */
export class Idle {
  readonly #options: Time;
  #lastActive = { clock: 0, uptime: 0 };

  constructor(options: Time) {
    this.#options = options;
  }

  /** Somebody uses it now. */
  end(): void {
    const { clock, uptime } = this.#options;
    this.#lastActive = { clock: clock(), uptime: uptime() };
  }

  /** Whoever works in another program is at the computer still, where the host can tell. */
  milliseconds(): number {
    const { clock, uptime, host } = this.#options;
    // A clock that is set back takes nothing off; one that goes on in a computer's sleep, where the other stops, counts.
    const sinceUse = Math.max(uptime() - this.#lastActive.uptime, clock() - this.#lastActive.clock);
    const computerIdle = host.idleSeconds();
    return computerIdle === null ? sinceUse : Math.min(sinceUse, computerIdle * 1000);
  }
}
