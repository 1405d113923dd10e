import { errorCode } from '../../store/problem.ts';

/** No key for so long, and somebody is reading what was found. */
const TYPING_STOPS_AFTER = 3000;

interface Pending {
  timer: NodeJS.Timeout;
  write(): Promise<void>;
}

/** Keeps one entry for what is typed as one search: the one of the last key, and never the words. */
export class SearchLog {
  #pending: Pending | null = null;

  /** Callers were shown; `write` is called once typing stops, a card opens or the app locks. */
  shown(write: () => Promise<void>): void {
    this.forget();
    const settle = () => this.settle().catch((error) => console.error('search not logged', errorCode(error)));
    this.#pending = { write, timer: setTimeout(settle, TYPING_STOPS_AFTER) };
  }

  /** Writes what still waits. */
  async settle(): Promise<void> {
    const pending = this.#pending;
    this.forget();
    await pending?.write();
  }

  /** For a store that can take nothing more. */
  forget(): void {
    clearTimeout(this.#pending?.timer);
    this.#pending = null;
  }
}
