import type { ExportProgress } from '../../../../shared/contract/exports.ts';
import { type Counters, cancel, newCounters, progressOf } from '../../progress.ts';
import { withCopyOf } from '../../store/keyBytes.ts';

/** Work that may take long, by what it is; `backup` is all that is done with backups, or to the store while it is closed. */
type Kind = 'backup' | 'erasure' | 'export' | 'logCheck' | 'nameSearch' | 'renewal' | 'updateCheck';

interface Work {
  kind: Kind;
  counters: Counters;
  stop(): void;
  /** When it is over, however it ended. */
  done: Promise<void>;
}

/** The long work that is under way, of each kind the one that began last: how far it is, and how it is stopped. */
export class WorkUnderWay {
  readonly #works = new Map<Kind, Work>();

  /** `stopped` is for what does not wait until the other thread has noticed. */
  async run<Result>(
    kind: Kind,
    work: (counters: Counters, stopped: Promise<void>) => Promise<Result>,
  ): Promise<Result> {
    const counters = newCounters();
    const { promise: stopped, resolve: tellStopped } = Promise.withResolvers<void>();
    const { promise: done, resolve: tellDone } = Promise.withResolvers<void>();
    const stop = () => {
      cancel(counters);
      tellStopped();
    };
    const begun = { kind, counters, stop, done };
    this.#works.set(kind, begun);
    try {
      return await work(counters, stopped);
    } finally {
      if (this.#works.get(kind) === begun) this.#works.delete(kind);
      tellDone();
    }
  }

  /** The same with a copy of the key: that of the session is wiped when the app locks meanwhile. */
  runWithKey<Result>(
    kind: Kind,
    key: Uint8Array,
    work: (dataEncryptionKey: Uint8Array, counters: Counters) => Promise<Result>,
  ): Promise<Result> {
    return withCopyOf(key, (dataEncryptionKey) => this.run(kind, (counters) => work(dataEncryptionKey, counters)));
  }

  get(kind: Kind): Work | undefined {
    return this.#works.get(kind);
  }

  has(kind: Kind): boolean {
    return this.#works.has(kind);
  }

  /** Resolves when none of this kind is under way. */
  async ended(kind: Kind): Promise<void> {
    for (let work = this.get(kind); work; work = this.get(kind)) await work.done;
  }

  progress(kind: Kind): ExportProgress | null {
    const work = this.get(kind);
    return work ? progressOf(work.counters) : null;
  }

  stop(kind: Kind): void {
    this.get(kind)?.stop();
  }

  /** What a lock stops: all but backups, which go on while the store is closed. */
  get untilLock(): Work[] {
    return [...this.#works.values()].filter(({ kind }) => kind !== 'backup');
  }
}
