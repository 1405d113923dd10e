import { openPlainTwin, removePlainTwin } from './plainTwin.ts';
import { ensureStore, openPractice, type Practice } from './practices.ts';
import type { Measured } from './result.ts';

/** A practice, and the same one in unencrypted SQLite. */
export interface Twins {
  encrypted: Practice;
  plain: Practice;
}

/** What the rows measure on: practices of several sizes, open all at once so that they take turns. */
export class BenchContext {
  readonly sizes: readonly number[];
  readonly #storesFolder: string;
  #open: Twins[] = [];

  constructor(storesFolder: string, sizes: readonly number[]) {
    this.#storesFolder = storesFolder;
    this.sizes = sizes;
  }

  get largest(): number {
    return Math.max(...this.sizes);
  }

  async twins(): Promise<readonly Twins[]> {
    if (this.#open.length === 0) {
      for (const contacts of this.sizes) {
        const encrypted = await openPractice(await ensureStore(this.#storesFolder, contacts), contacts);
        this.#open.push({ encrypted, plain: await openPlainTwin(encrypted) });
      }
    }
    return this.#open;
  }

  async practices(): Promise<readonly Practice[]> {
    return (await this.twins()).map(({ encrypted }) => encrypted);
  }

  /** Lets go of the folders, so that another program can open one. */
  async closePractices(): Promise<void> {
    for (const { encrypted, plain } of this.#open) {
      await encrypted.core.close();
      await plain.core.close();
      removePlainTwin(plain);
    }
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
