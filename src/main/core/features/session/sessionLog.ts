import type { Problem } from '../../../../shared/contract/session.ts';
import { isClockBehind } from '../../rules/auditTail.ts';
import { noteApart } from '../../store/apart.ts';
import { appendAudit } from '../../store/auditLog.ts';
import { noteTail, readTail } from '../../store/auditTail.ts';
import type { DataFolder } from '../../store/folder.ts';
import { type KeyFile, noFailures, notLogged } from '../../store/keyFile.ts';
import { forgetPlaceTaken, readPlaceTaken } from '../../store/takePlace.ts';
import { notePutBack } from '../team/accessAfter.ts';
import type { KeysInUse } from './keysInUse.ts';
import { noteRevision } from './keysRevision.ts';
import type { Unlocked } from './unlocked.ts';

interface Surroundings {
  dataFolder: DataFolder;
  keys: KeysInUse;
  /** Where the end of the log is noted apart from the store. */
  apart: string | null;
  clock: () => number;
}

/** What the session writes in the audit log by itself, and what it notes beside the store of how far that came. */
export class SessionLog {
  readonly #dataFolder: DataFolder;
  readonly #keys: KeysInUse;
  readonly #apart: string | null;
  readonly #clock: () => number;
  #clockSeenAt = 0;

  constructor({ dataFolder, keys, apart, clock }: Surroundings) {
    this.#dataFolder = dataFolder;
    this.#keys = keys;
    this.#apart = apart;
    this.#clock = clock;
  }

  append({ database, user }: Unlocked, action: string, subject: string | null, at = this.#clock()): Promise<void> {
    return appendAudit(database, { at, userId: user.id, role: user.role, action, subject });
  }

  /** Writes down, before anything else is written by it, that the clock stands before what it showed last. */
  async lookAtClock(unlocked: Unlocked | null): Promise<void> {
    const now = this.#clock();
    const seenAt = this.#clockSeenAt;
    this.#clockSeenAt = now;
    if (unlocked && isClockBehind(seenAt, now)) await this.append(unlocked, 'clock.behind', null, now);
  }

  /** Everything that the store should know of an unlock, and of what was found at it. */
  async unlock(unlocked: Unlocked, now: number, accepted?: Problem): Promise<void> {
    const taken = readPlaceTaken(this.#dataFolder);
    const newest = await readTail(unlocked.database);
    if (accepted === 'missingWork') await this.append(unlocked, 'audit.shorter', null, now);
    else if (accepted === 'olderKeys') await this.append(unlocked, 'keys.older', null, now);
    if (taken) await this.append(unlocked, taken.action, taken.subject, now);
    this.#clockSeenAt = newest?.at ?? now;
    await this.lookAtClock(unlocked);
    // Who was on the team then may differ from who has a key now; what was only mended knows no other people.
    if (taken && taken.action !== 'backup.mend') await notePutBack(unlocked.database, now);
    if (taken) await this.#noteEnd(unlocked);
    forgetPlaceTaken(this.#dataFolder);
    await this.#appendWrongTries(unlocked, now);
    if (this.#keys.damage) await this.append(unlocked, `keys.${this.#keys.damage}`, null, now);
    this.#keys.damage = null;
    await this.append(unlocked, 'session.unlock', null, now);
    await this.#noteEnd(unlocked);
    this.#noteInKeys(unlocked);
    await noteRevision(unlocked, this.#keys.revision);
  }

  /** The same of a lock; the store may be closed after it. */
  async lock(unlocked: Unlocked): Promise<void> {
    await unlocked.searchLog.settle();
    await this.lookAtClock(unlocked);
    await this.append(unlocked, 'session.lock', null);
    await noteRevision(unlocked, this.#keys.revision);
    unlocked.written.distinguish();
    await this.#noteEnd(unlocked);
  }

  /** Wrong tries while the store was closed are written by whoever opens it next, whoever they were tried on. */
  async #appendWrongTries(unlocked: Unlocked, now: number): Promise<void> {
    for (const { id, failures } of this.#keys.file?.users ?? []) {
      const tries = notLogged(failures);
      if (tries > 0) await this.append(unlocked, 'session.wrongPassword', `user ${id}, ${tries} times`, now);
    }
    const ofRecovery = this.#keys.file ? notLogged(this.#keys.file.recovery.failures) : 0;
    if (ofRecovery > 0) await this.append(unlocked, 'session.wrongRecoveryKey', `${ofRecovery} times`, now);
  }

  /** Who was at work last, and which wrong tries stand in the log now. */
  #noteInKeys({ user: { id, language } }: Unlocked): void {
    const logged = (failures: KeyFile['recovery']['failures']) => ({ ...failures, logged: failures.count });
    this.#keys.update((file) => ({
      ...file,
      language,
      lastUserId: id,
      users: file.users.map((user) => ({ ...user, failures: user.id === id ? noFailures : logged(user.failures) })),
      recovery: { ...file.recovery, failures: logged(file.recovery.failures) },
    }));
  }

  /** Notes how far the log is, beside the store and apart from it. */
  async #noteEnd({ database, dataEncryptionKey }: Unlocked): Promise<void> {
    const dataFolder = this.#dataFolder;
    await noteTail(dataFolder, database);
    const keys = this.#keys.file;
    if (keys) await noteApart({ apart: this.#apart, dataFolder, dataEncryptionKey, keys }, database);
  }
}
