import { EventPublisher } from '@orpc/server';
import type { SecondPlace } from '../../../../shared/contract/backup.ts';
import type { Language } from '../../../../shared/contract/base.ts';
import type { ChangedFeature, Problem, SessionEvent, SessionState } from '../../../../shared/contract/session.ts';
import type { NewRecoveryKey } from '../../../../shared/contract/setup.ts';
import type { OffMainThread } from '../../offMainThread.ts';
import type { CoreOptions } from '../../options.ts';
import { isStopped } from '../../progress.ts';
import { lastBackup } from '../../rules/lastBackup.ts';
import type { CoreServices } from '../../services.ts';
import { listChecked } from '../../store/backupChecks.ts';
import { type DataFolder, dataFolderAt, holdFolder } from '../../store/folder.ts';
import { wipedOnFailure } from '../../store/keyBytes.ts';
import type { HolderKey } from '../../store/lockedKey.ts';
import { closeStore } from '../../store/open.ts';
import { errorCode, isDamage, StoreProblem } from '../../store/problem.ts';
import type { CheckedUpdate } from '../updates/checkUpdate.ts';
import { type Blocked, blockedBy, type Proved, wipeProved } from './blocked.ts';
import { findPractice } from './findPractice.ts';
import { Gate } from './gate.ts';
import { Idle } from './idle.ts';
import { KeysInUse } from './keysInUse.ts';
import { NotInStore } from './notInStore.ts';
import type { BeforeShown } from './openUnlocked.ts';
import { OpenWindows } from './openWindows.ts';
import { mendStore, updateStore } from './remakeStore.ts';
import { stateOf } from './stateOf.ts';
import { Tries } from './tries.ts';
import type { Surroundings, Unlocked } from './unlocked.ts';
import { WorkUnderWay } from './workUnderWay.ts';

/** Who is at work: nobody yet, locked, unlocked for one worker, or blocked by a problem that a screen explains. */
export class Session {
  readonly dataFolder: DataFolder;
  readonly tries: Tries;
  readonly idle: Idle;
  readonly keys: KeysInUse;
  /** What every window listens to. */
  readonly events = new EventPublisher<{ session: SessionEvent }>();
  /** What procedures work with, and what the app does by itself. */
  readonly services: CoreServices;
  unlocked: Unlocked | null = null;
  blocked: Blocked | null = null;
  /** A recovery key that was shown and not yet typed back. */
  pendingRecoveryKey: (NewRecoveryKey & { key: HolderKey }) | null = null;
  readonly workUnderWay = new WorkUnderWay();
  /** The newer version that was chosen, until it is installed. */
  checkedUpdate: CheckedUpdate | null = null;
  /** Whether anything may differ from the last backup; nobody knows when the program has just started. */
  changedSinceBackup = true;
  /** Where backups are copied to; undefined until the store was asked. */
  secondPlace: SecondPlace | null | undefined;
  /** Whether what was due at this unlock was tried; before that a backup that is late may be about to be made. */
  backupTried = false;
  /** Whether mending was tried in this run of the program: what comes back is more than an index. */
  #wasMended = false;
  /** While the store is made anew from what is whole in it. */
  isMending = false;
  /** While the store is brought to the form of this version of the program. */
  isUpdating = false;
  /** Where calls wait while a renewal has the store for itself. */
  readonly gate = new Gate();
  /** Who hands over what is typed before the app locks. */
  readonly windows = new OpenWindows();
  #locking: Promise<void> | null = null;
  #release: (() => void) | null = null;
  readonly #options: CoreOptions;
  readonly #offMainThread: OffMainThread;

  constructor(options: CoreOptions, offMainThread: OffMainThread) {
    this.#options = options;
    this.#offMainThread = offMainThread;
    this.services = { options, session: this, offMainThread };
    this.tries = new Tries(options.uptime);
    this.idle = new Idle(options);
    this.dataFolder = dataFolderAt(options.dataFolder);
    this.keys = new KeysInUse(this.dataFolder, (revision) => this.unlocked?.written.noteKeys(revision));
  }

  /** Takes the folder and looks at what is in it, without opening the store. */
  start(): void {
    try {
      this.#release ??= holdFolder(this.dataFolder);
      this.#unblock();
      findPractice(this.dataFolder, this.keys, this.workUnderWay.has('backup'));
    } catch (error) {
      this.block(error);
    }
  }

  state(): SessionState {
    return stateOf(this, this.#options);
  }

  /** When the last backup was made that nobody knows to be damaged; null without one. */
  lastBackupAt(): number | null {
    return lastBackup(listChecked(this.dataFolder), this.#options.clock())?.madeAt ?? null;
  }

  tell(event: SessionEvent): void {
    this.events.publish('session', event);
  }

  tellState(): void {
    this.tell({ state: this.state() });
  }

  changed(...features: ChangedFeature[]): void {
    if (features.some((feature) => feature !== 'backup' && feature !== 'window')) this.changedSinceBackup = true;
    this.tell({ changed: features });
  }

  /** Opens the store with a key that was proved, for one worker; `before` is done to it before anything can be asked. */
  async unlock(userId: number, dataEncryptionKey: Uint8Array, before?: BeforeShown, accepted?: Problem): Promise<void> {
    const now = this.#options.clock();
    const { openUnlocked } = await wipedOnFailure(dataEncryptionKey, async () => {
      await this.lock();
      // A start loads nothing that only an open store needs.
      return import('./openUnlocked.ts');
    });
    try {
      const update = () => updateStore({ ...this.services, dataEncryptionKey, now });
      const opening = { userId, dataEncryptionKey, isAccepted: accepted !== undefined, update, before };
      this.unlocked = await openUnlocked(this.surroundings, opening, now);
      this.#unblock();
      this.idle.end();
      this.backupTried = false;
      await this.unlocked.log.unlock(now, accepted);
    } catch (error) {
      if (error instanceof NotInStore || isStopped(error)) {
        dataEncryptionKey.fill(0);
        if (isStopped(error)) return;
        throw error;
      }
      this.block(error, { userId, dataEncryptionKey });
      if (isDamage(error)) await this.#mend(userId, before);
    }
    this.tellState();
  }

  /** What lies around the store that is opened. */
  get surroundings(): Surroundings {
    const { dataFolder, keys } = this;
    const { apart = null, clock } = this.#options;
    return { dataFolder, keys, apart, clock };
  }

  /** Tries once to mend the store; then the work goes on. */
  async #mend(userId: number, before?: BeforeShown): Promise<void> {
    const proved = this.blocked?.proved;
    if (this.#wasMended || !proved) return;
    const dataEncryptionKey = proved.dataEncryptionKey.slice();
    this.#wasMended = true;
    const outcome = await mendStore({ ...this.services, dataEncryptionKey, now: this.#options.clock() });
    // What somebody stopped was not tried to its end: the next unlock begins it anew.
    if (outcome === 'stopped') this.#wasMended = false;
    // Unless the program ended meanwhile: the folder may be another one's by now.
    if (outcome === 'mended' && this.#release) return this.unlock(userId, dataEncryptionKey, before);
    dataEncryptionKey.fill(0);
    this.tellState();
  }

  /** Locks once every window has handed over what is typed in it; whoever asks meanwhile waits for the same lock. */
  lock(): Promise<void> {
    this.#locking ??= this.#handOverAndLock().finally(() => {
      this.#locking = null;
    });
    return this.#locking;
  }

  /** Whether windows hand over what is typed, or the store is being closed. */
  get isLocking(): boolean {
    return this.#locking !== null;
  }

  async #handOverAndLock(): Promise<void> {
    if (!this.unlocked) return;
    this.#stopLongWork();
    await this.windows.handOver((aboutToLock) => this.tell({ aboutToLock }));
    await this.lockAtOnce();
  }

  #stopLongWork(): void {
    // All are stopped before any is waited for: they share a thread, which derives the key of the next unlock too.
    for (const work of this.workUnderWay.untilLock) work.stop();
  }

  /** Without asking the windows: what is typed has nowhere to go while another store takes the place of this one. */
  async lockAtOnce(): Promise<void> {
    this.#stopLongWork();
    await this.workUnderWay.get('erasure')?.done;
    const { unlocked } = this;
    if (!unlocked) return;
    this.unlocked = null;
    this.pendingRecoveryKey = null;
    if (await this.#recordAndClose(unlocked)) await this.#backUpClosed(unlocked);
    unlocked.dataEncryptionKey.fill(0);
    this.tellState();
  }

  /** Whether the lock stands in the log: a full disk or a damaged store must not keep the app open. */
  async #recordAndClose({ log, written, connection }: Unlocked): Promise<boolean> {
    try {
      await log.lock();
      written.ending(() => closeStore(connection));
      return true;
    } catch (error) {
      console.error('lock not recorded', errorCode(error));
      written.ending(() => connection.close());
      return false;
    }
  }

  /** Begins the backup of the end of a day, for as long as its key is there; the next unlock finds the thread ready. */
  async #backUpClosed(unlocked: Unlocked): Promise<void> {
    try {
      this.#offMainThread.wake();
      const { backUpAtLock } = await import('../backup/backUp.ts');
      backUpAtLock(this.services, unlocked);
    } catch (error) {
      console.error('backup failed', errorCode(error));
    }
  }

  /** Locks when nobody used the app for as long as the house rule says. */
  async lockWhenIdle(): Promise<void> {
    if (!this.unlocked) return;
    if (this.idle.milliseconds() >= this.unlocked.houseRules.idleLockMinutes * 60_000) await this.lock();
  }

  /** Stops the work for a reason that a screen explains; what is open is closed. */
  block(error: unknown, proved: Proved | null = null): void {
    const { unlocked } = this;
    unlocked?.searchLog.forget();
    unlocked?.written.ending(() => unlocked.connection.close());
    this.unlocked = null;
    this.pendingRecoveryKey = null;
    this.#unblock();
    this.blocked = blockedBy(error, proved);
  }

  /** Blocks when a failure shows that the open store or the keys are damaged, before more is written to them. */
  blockIfDamaged(error: unknown): boolean {
    const isProblem = error instanceof StoreProblem || (this.unlocked !== null && isDamage(error));
    if (!isProblem) return false;
    const { unlocked } = this;
    const proved = unlocked && { userId: unlocked.user.id, dataEncryptionKey: unlocked.dataEncryptionKey };
    this.block(error, proved);
    this.tellState();
    if (proved && isDamage(error)) void this.#mend(proved.userId);
    return true;
  }

  #unblock(): void {
    if (this.blocked) wipeProved(this.blocked);
    this.blocked = null;
  }

  setLanguage(language: Language): void {
    this.keys.update((file) => ({ ...file, language }));
  }

  async close(): Promise<void> {
    await this.lock();
    await this.workUnderWay.ended('backup');
    await this.checkedUpdate?.forget();
    this.#unblock();
    this.#release?.();
    this.#release = null;
    await this.#offMainThread.close();
  }
}
