/** Lets calls through, but for as long as one works alone: then they wait. */
export class Gate {
  #inside = 0;
  #closed: Promise<void> | null = null;
  #whenEmpty: (() => void) | null = null;

  async pass<Result>(call: () => Promise<Result>): Promise<Result> {
    while (this.#closed) await this.#closed;
    this.#inside += 1;
    try {
      return await call();
    } finally {
      this.#inside -= 1;
      if (this.#inside === 0) this.#whenEmpty?.();
    }
  }

  /** Waits until whoever is inside is done, and keeps everybody else out meanwhile. */
  async alone<Result>(work: () => Promise<Result>): Promise<Result> {
    while (this.#closed) await this.#closed;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#closed = promise;
    try {
      if (this.#inside > 0) {
        await new Promise<void>((empty) => {
          this.#whenEmpty = empty;
        });
      }
      return await work();
    } finally {
      this.#whenEmpty = null;
      this.#closed = null;
      resolve();
    }
  }
}
