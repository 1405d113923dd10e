import { ensureStore, openPractice, type Practice } from './practices.ts';
import type { Measured } from './result.ts';

/** What the rows measure on: practices of several sizes, open all at once so that they take turns. */
export class BenchContext {
  readonly sizes: readonly number[];
  readonly #storesFolder: string;
  #open: Practice[] = [];

  constructor(storesFolder: string, sizes: readonly number[]) {
    this.#storesFolder = storesFolder;
    this.sizes = sizes;
  }

  get largest(): number {
    return Math.max(...this.sizes);
  }

  async practices(): Promise<readonly Practice[]> {
    if (this.#open.length === 0) {
      for (const contacts of this.sizes) {
        this.#open.push(await openPractice(await ensureStore(this.#storesFolder, contacts), contacts));
      }
    }
    return this.#open;
  }

  /** Lets go of the folders, so that another program can open one. */
  async closePractices(): Promise<void> {
    for (const { core } of this.#open) await core.close();
    this.#open = [];
  }

  /**
   * The largest practice, backed up today and closed, for another program to open; `prepare` may ask it things before.
   */
  async largestFolder<Prepared>(prepare: (practice: Practice) => Promise<Prepared>) {
    await this.closePractices();
    const folder = await ensureStore(this.#storesFolder, this.largest);
    const practice = await openPractice(folder, this.largest, Date.now());
    try {
      return { folder, prepared: await prepare(practice) };
    } finally {
      await practice.core.close();
    }
  }
}

export type Row = (context: BenchContext) => Promise<Measured[]>;
