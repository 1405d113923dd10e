import { existsSync } from 'node:fs';
import type { SecondPlace } from '../../../../shared/contract/backup.ts';
import type { Language } from '../../../../shared/contract/base.ts';
import type { ChangedFeature, Problem, SessionEvent, SessionState } from '../../../../shared/contract/session.ts';
import type { NewRecoveryKey } from '../../../../shared/contract/setup.ts';
import type { OffMainThread } from '../../offMainThread.ts';
import type { CoreOptions } from '../../options.ts';
import { isClockBehind } from '../../rules/auditTail.ts';
import { lastBackup } from '../../rules/backupSchedule.ts';
import { noteApart } from '../../store/apart.ts';
import { appendAudit } from '../../store/auditLog.ts';
import { noteTail, readTail } from '../../store/auditTail.ts';
import { listBackups } from '../../store/backupFiles.ts';
import { renameDurably } from '../../store/durably.ts';
import { type DataFolder, dataFolderAt, hasStore, holdFolder } from '../../store/folder.ts';
import { type KeyFile, noFailures, notLogged } from '../../store/keyFile.ts';
import type { HolderKey } from '../../store/keyWrapping.ts';
import { closeStore } from '../../store/open.ts';
import { errorCode, isDamage, StoreProblem } from '../../store/problem.ts';
import { finishRenewal } from '../../store/renewal.ts';
import { finishTakingPlace, forgetPlaceTaken, readPlaceTaken, takePlace } from '../../store/takePlace.ts';
import { notedKeys } from '../../store/written.ts';
import { type Counters, cancel, isStopped, newCounters } from '../exports/progress.ts';
import type { Renewing } from '../keys/renewing.ts';
import { notePutBack } from '../team/accessAfter.ts';
import type { CheckedUpdate } from '../updates/checkUpdate.ts';
import { acceptableProblems, type Blocked, blockedBy, blockedState } from './blocked.ts';
import { Gate } from './gate.ts';
import { KeysInUse } from './keysInUse.ts';
import { knownRevision, noteRevision } from './keysRevision.ts';
import { type BeforeShown, NotInStore, openUnlocked } from './openUnlocked.ts';
import { OpenWindows } from './openWindows.ts';
import { Tries } from './tries.ts';
import type { Unlocked } from './unlocked.ts';

/** Who is at work: nobody yet, locked, unlocked for one worker, or blocked by a problem that a screen explains. */
export class Session {
  readonly dataFolder: DataFolder;
  readonly tries: Tries;
  readonly keys: KeysInUse;
  unlocked: Unlocked | null = null;
  blocked: Blocked | null = null;
  /** A recovery key that was shown and not yet typed back. */
  pendingRecoveryKey: (NewRecoveryKey & { key: HolderKey }) | null = null;
  /** What an export that is being made tells of itself, and is told. */
  exporting: Counters | null = null;
  /** The same of a check of the audit log. */
  verifying: Counters | null = null;
  /** The newer version that was chosen, until it is installed. */
  checkedUpdate: CheckedUpdate | null = null;
  /** What looks through the store or erases from it, and when that is over. */
  erasing: { counters: Counters; done: Promise<void> } | null = null;
  /** A backup that is being made, put back or looked through. */
  backingUp: { counters: Counters; done: Promise<void> } | null = null;
  /** Whether anything may differ from the last backup; nobody knows when the program has just started. */
  changedSinceBackup = true;
  /** Where backups are copied to; undefined until the store was asked. */
  secondPlace: SecondPlace | null | undefined;
  /** Whether the last try to make one failed. */
  backupFailed = false;
  /** Called while the app locks, with what is about to be closed. */
  whenLocking: ((unlocked: Unlocked) => void) | null = null;
  /** Whether it was tried in this run of the program: what comes back is more than an index. */
  #wasMended = false;
  #isMending = false;
  /** While the store is brought to the form of this version of the program. */
  isUpdating = false;
  /** A renewal of the data encryption key that is under way. */
  renewing: Renewing | null = null;
  /** Where calls wait while a renewal has the store for itself. */
  readonly gate = new Gate();
  /** Who hands over what is typed before the app locks. */
  readonly windows = new OpenWindows();
  #locking: Promise<void> | null = null;
  #release: (() => void) | null = null;
  #lastActiveAt = 0;
  #clockSeenAt = 0;
  readonly #options: CoreOptions;
  readonly #offMainThread: OffMainThread;
  readonly #tell: (event: SessionEvent) => void;

  constructor(options: CoreOptions, offMainThread: OffMainThread, tell: (event: SessionEvent) => void) {
    this.#options = options;
    this.#offMainThread = offMainThread;
    this.#tell = tell;
    this.tries = new Tries(options.uptime);
    this.dataFolder = dataFolderAt(options.dataFolder);
    this.keys = new KeysInUse(this.dataFolder, (revision) => this.unlocked?.written.noteKeys(revision));
  }

  /** Takes the folder and looks at what is in it, without opening the store. */
  start(): void {
    try {
      this.#release ??= holdFolder(this.dataFolder);
      this.keys.read();
      this.#unblock();
      // The other thread may be at it right now.
      if (!this.backingUp) finishTakingPlace(this.dataFolder);
      this.keys.file &&= finishRenewal(this.dataFolder, this.keys.file);
      // A set-up that was cut short between its last two steps: the keys are there, the store lacks its name.
      if (this.keys.file && !hasStore(this.dataFolder) && existsSync(this.dataFolder.unfinished)) {
        renameDurably(this.dataFolder.unfinished, this.dataFolder.store);
      }
      const hasData = hasStore(this.dataFolder) || listBackups(this.dataFolder.backups).length > 0;
      if (!this.keys.file && hasData) throw new StoreProblem('missingKeys', 'NO_KEY_FILE');
    } catch (error) {
      this.block(error);
    }
  }

  state(): SessionState {
    if (this.blocked) {
      const { appVersion } = this.#options;
      return blockedState(this.blocked, { dataFolder: this.dataFolder.folder, appVersion, isMending: this.#isMending });
    }
    if (this.unlocked) return this.#unlockedState(this.unlocked);
    if (!this.keys.file) {
      const canChooseFolder = this.#options.host.chooseFolder !== null;
      return { kind: 'new', dataFolder: this.dataFolder.folder, canChooseFolder };
    }
    return {
      kind: 'locked',
      language: this.keys.file.language,
      users: this.keys.file.users.map(({ id, name }) => ({ id, name })),
      lastUserId: this.keys.file.lastUserId,
      isUpdating: this.isUpdating,
      keysDamage: this.keys.damage,
    };
  }

  #unlockedState({ user, practice, demoLoaded }: Unlocked): SessionState {
    return {
      kind: 'unlocked',
      user,
      ...practice,
      recoveryKeyConfirmed: this.keys.file?.recovery.confirmed ?? false,
      demoLoaded,
      lastBackupAt: this.lastBackupAt(),
    };
  }

  /** When the last good backup was made; null without one. */
  lastBackupAt(): number | null {
    return lastBackup(listBackups(this.dataFolder.backups), this.#options.clock())?.madeAt ?? null;
  }

  tellState(): void {
    this.#tell({ state: this.state() });
  }

  changed(...features: ChangedFeature[]): void {
    if (features.some((feature) => feature !== 'backup' && feature !== 'window')) this.changedSinceBackup = true;
    this.#tell({ changed: features });
  }

  /** Opens the store with a key that was proved, for one worker; `before` is done to it before anything can be asked. */
  async unlock(userId: number, dataEncryptionKey: Uint8Array, before?: BeforeShown, accepted?: Problem): Promise<void> {
    const now = this.#options.clock();
    await this.lock();
    try {
      if (!existsSync(this.dataFolder.store)) throw new StoreProblem('missingStore', 'NO_STORE');
      if (!this.keys.file) throw new StoreProblem('missingKeys', 'NO_KEY_FILE');
      const update = () => this.#update(dataEncryptionKey, now);
      const isAccepted = accepted !== undefined;
      const proved = { dataEncryptionKey, keyFile: this.keys.file, apart: this.#apart, isAccepted, update };
      this.unlocked = await openUnlocked(this.dataFolder, proved, userId, now, before);
      this.#unblock();
      this.#lastActiveAt = now;
      await this.#rememberUnlock(this.unlocked, now, accepted);
    } catch (error) {
      if (error instanceof NotInStore || isStopped(error)) {
        dataEncryptionKey.fill(0);
        if (isStopped(error)) return;
        throw error;
      }
      this.block(error, dataEncryptionKey, userId);
      if (isDamage(error)) await this.#mend(userId, before);
    }
    this.tellState();
  }

  /** Tells how far it is meanwhile; nothing can be asked of the store until it is done. */
  async #update(dataEncryptionKey: Uint8Array, now: number): Promise<void> {
    while (this.backingUp) await this.backingUp.done;
    const counters = newCounters();
    const { promise: done, resolve } = Promise.withResolvers<void>();
    this.backingUp = { counters, done };
    this.isUpdating = true;
    this.tellState();
    const { folder } = this.dataFolder;
    try {
      await this.#offMainThread.run('updateStore', { folder, dataEncryptionKey, now, counters });
    } catch (error) {
      const code = errorCode(error);
      throw /^schema \d/.test(code) ? new StoreProblem('failedMigration', code) : error;
    } finally {
      this.backingUp = null;
      this.isUpdating = false;
      resolve();
      this.tellState();
    }
  }

  /** Goes on for who was told that something is missing, with a copy of the store as it was found beside it. */
  async goOn(): Promise<void> {
    const { blocked } = this;
    if (!blocked?.dataEncryptionKey || blocked.userId === null || !acceptableProblems.includes(blocked.problem)) return;
    const key = blocked.dataEncryptionKey.slice();
    const { folder } = this.dataFolder;
    if (blocked.code === 'STORE_KEY_BEFORE') await this.#underKeyOfNow(key);
    else if (blocked.problem === 'missingWork') {
      await this.#offMainThread.run('keepAside', { folder, dataEncryptionKey: key, now: this.#options.clock() });
    }
    const noted = notedKeys(this.dataFolder);
    await this.unlock(blocked.userId, key, undefined, blocked.problem);
    if (blocked.problem !== 'olderKeys' || !this.unlocked) return;
    const known = Math.max(noted, await knownRevision(this.unlocked.database));
    this.keys.update((file) => ({ ...file, revision: Math.max(file.revision, known) + 1 }));
    await noteRevision(this.unlocked, this.keys.revision);
  }

  /** Puts the store itself under the key of now; as it was found it is kept aside. */
  async #underKeyOfNow(dataEncryptionKey: Uint8Array): Promise<void> {
    const { folder, store, incoming } = this.dataFolder;
    const holders = this.keys.file?.users.map(({ id }) => id) ?? [];
    await this.#offMainThread.run('prepareIncoming', {
      ...{ folder, file: store, dataEncryptionKey, earlier: this.keys.file?.earlier ?? [], counters: newCounters() },
      ...{ holders, highestUserId: Math.max(...holders, 0) },
    });
    takePlace(this.dataFolder, incoming, { action: 'backup.restoreOlder', subject: null }, this.#options.clock());
  }

  /** Makes the store anew from its tables, once: where only indexes are damaged nothing is lost, and the work goes on. */
  async #mend(userId: number, before?: BeforeShown): Promise<void> {
    const proved = this.blocked?.dataEncryptionKey;
    if (this.#wasMended || !proved) return;
    const key = proved.slice();
    this.#wasMended = true;
    this.#isMending = true;
    const counters = newCounters();
    const { promise: done, resolve } = Promise.withResolvers<void>();
    this.backingUp = { counters, done };
    this.tellState();
    const { folder } = this.dataFolder;
    const now = this.#options.clock();
    const isMended = await this.#offMainThread.run('mendStore', { folder, dataEncryptionKey: key, now, counters }).then(
      () => true,
      () => false,
    );
    this.#isMending = false;
    this.backingUp = null;
    resolve();
    if (!isMended) {
      key.fill(0);
      return this.tellState();
    }
    await this.unlock(userId, key, before);
  }

  async #rememberUnlock(unlocked: Unlocked, now: number, accepted?: Problem): Promise<void> {
    const taken = readPlaceTaken(this.dataFolder);
    const newest = await readTail(unlocked.database);
    if (accepted === 'missingWork') await this.#audit(unlocked, now, 'audit.shorter', null);
    else if (accepted === 'olderKeys') await this.#audit(unlocked, now, 'keys.older', null);
    if (taken) await this.#audit(unlocked, now, taken.action, taken.subject);
    this.#clockSeenAt = newest?.at ?? now;
    await this.lookAtClock(unlocked);
    // Who was on the team then may differ from who has a key now; what was only mended knows no other people.
    if (taken && taken.action !== 'backup.mend') await notePutBack(unlocked.database, now);
    if (taken) await this.#noteEnd(unlocked);
    forgetPlaceTaken(this.dataFolder);
    await this.#logWrongTries(unlocked, now);
    if (this.keys.damage) await this.#audit(unlocked, now, `keys.${this.keys.damage}`, null);
    this.keys.damage = null;
    await this.#audit(unlocked, now, 'session.unlock', null);
    await this.#noteEnd(unlocked);
    const logged = (failures: KeyFile['recovery']['failures']) => ({ ...failures, logged: failures.count });
    this.keys.update((file) => ({
      ...file,
      language: unlocked.user.language,
      lastUserId: unlocked.user.id,
      users: file.users.map((user) => ({
        ...user,
        failures: user.id === unlocked.user.id ? noFailures : logged(user.failures),
      })),
      recovery: { ...file.recovery, failures: logged(file.recovery.failures) },
    }));
    await noteRevision(unlocked, this.keys.revision);
  }

  get #apart(): string | null {
    return this.#options.apart ?? null;
  }

  /** Notes how far the log is, beside the store and apart from it. */
  async #noteEnd({ database, dataEncryptionKey }: Unlocked): Promise<void> {
    await noteTail(this.dataFolder, database);
    const { dataFolder } = this;
    const keys = this.keys.file;
    if (keys) await noteApart({ apart: this.#apart, dataFolder, dataEncryptionKey, keys }, database);
  }

  /** Wrong tries while the store was closed are written by whoever opens it next, whoever they were tried on. */
  async #logWrongTries(unlocked: Unlocked, now: number): Promise<void> {
    for (const { id, failures } of this.keys.file?.users ?? []) {
      const tries = notLogged(failures);
      if (tries > 0) await this.#audit(unlocked, now, 'session.wrongPassword', `user ${id}, ${tries} times`);
    }
    const ofRecovery = this.keys.file ? notLogged(this.keys.file.recovery.failures) : 0;
    if (ofRecovery > 0) await this.#audit(unlocked, now, 'session.wrongRecoveryKey', `${ofRecovery} times`);
  }

  #audit({ database, user }: Unlocked, at: number, action: string, subject: string | null): Promise<void> {
    return appendAudit(database, { at, userId: user.id, role: user.role, action, subject });
  }

  /** Adds to the audit log what the app did for whoever is at work. */
  async record(action: string, subject: string | null): Promise<void> {
    if (this.unlocked) await this.#audit(this.unlocked, this.#options.clock(), action, subject);
  }

  /** Writes down, before anything else is written by it, that the clock stands before what it showed last. */
  async lookAtClock(unlocked: Unlocked | null): Promise<void> {
    const now = this.#options.clock();
    const seenAt = this.#clockSeenAt;
    this.#clockSeenAt = now;
    if (unlocked && isClockBehind(seenAt, now)) await this.#audit(unlocked, now, 'clock.behind', null);
  }

  /** Locks once every window has handed over what is typed in it; whoever asks meanwhile waits for the same lock. */
  lock(): Promise<void> {
    this.#locking ??= this.#handOverAndLock().finally(() => {
      this.#locking = null;
    });
    return this.#locking;
  }

  async #handOverAndLock(): Promise<void> {
    if (!this.unlocked) return;
    this.#stopLongWork();
    await this.windows.handOver((aboutToLock) => this.#tell({ aboutToLock }));
    await this.lockAtOnce();
  }

  #stopLongWork(): void {
    // All are stopped before any is waited for: they share a thread, which derives the key of the next unlock too.
    for (const counters of [this.exporting, this.verifying, this.erasing?.counters]) if (counters) cancel(counters);
    this.renewing?.stop();
  }

  /** Without asking the windows: what is typed has nowhere to go while another store takes the place of this one. */
  async lockAtOnce(): Promise<void> {
    this.#stopLongWork();
    await this.erasing?.done;
    const { unlocked } = this;
    if (!unlocked) return;
    this.unlocked = null;
    this.pendingRecoveryKey = null;
    try {
      await unlocked.searchLog.settle();
      await this.lookAtClock(unlocked);
      await this.#audit(unlocked, this.#options.clock(), 'session.lock', null);
      await noteRevision(unlocked, this.keys.revision);
      unlocked.written.distinguish();
      await this.#noteEnd(unlocked);
      unlocked.written.ending(() => closeStore(unlocked.connection));
      this.whenLocking?.(unlocked);
    } catch (error) {
      // A full disk or a damaged store must not keep the app open.
      console.error('lock not recorded', errorCode(error));
      unlocked.written.ending(() => unlocked.connection.close());
    }
    unlocked.dataEncryptionKey.fill(0);
    this.tellState();
  }

  /** Puts off the lock after idle time. */
  active(): void {
    this.#lastActiveAt = this.#options.clock();
  }

  /** Locks when nobody used the app, or the computer where the host can tell, for as long as the house rule says. */
  async lockWhenIdle(): Promise<void> {
    if (!this.unlocked) return;
    const sinceUse = Math.max(0, this.#options.clock() - this.#lastActiveAt);
    const computerIdle = this.#options.host.idleSeconds();
    const idle = computerIdle === null ? sinceUse : Math.min(sinceUse, computerIdle * 1000);
    if (idle >= this.unlocked.houseRules.idleLockMinutes * 60_000) await this.lock();
  }

  /** Stops the work for a reason that a screen explains; what is open is closed. */
  block(error: unknown, provedKey: Uint8Array | null = null, userId: number | null = null): void {
    const { unlocked } = this;
    unlocked?.searchLog.forget();
    unlocked?.written.ending(() => unlocked.connection.close());
    this.unlocked = null;
    this.pendingRecoveryKey = null;
    this.blocked = blockedBy(error, provedKey, userId);
  }

  /** Blocks when a failure shows that the open store or the keys are damaged, before more is written to them. */
  blockIfDamaged(error: unknown): boolean {
    const isProblem = error instanceof StoreProblem || (this.unlocked !== null && isDamage(error));
    if (!isProblem) return false;
    const userId = this.unlocked?.user.id;
    this.block(error, this.unlocked?.dataEncryptionKey, userId);
    this.tellState();
    if (userId !== undefined && isDamage(error)) void this.#mend(userId);
    return true;
  }

  #unblock(): void {
    this.blocked?.dataEncryptionKey?.fill(0);
    this.blocked = null;
  }

  setLanguage(language: Language): void {
    this.keys.update((file) => ({ ...file, language }));
  }

  async close(): Promise<void> {
    await this.lock();
    await this.backingUp?.done;
    this.#unblock();
    this.#release?.();
    this.#release = null;
    await this.#offMainThread.close();
  }
}
