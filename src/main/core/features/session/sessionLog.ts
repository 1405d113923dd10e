import type { Kysely } from 'kysely';
import type { CurrentUser, Problem } from '../../../../shared/contract/session.ts';
import { isClockBehind } from '../../rules/auditTail.ts';
import { noteApart } from '../../store/apart.ts';
import { type AuditEvent, appendAudit, appendSeen } from '../../store/auditLog.ts';
import { noteTail, readTail } from '../../store/auditTail.ts';
import { type KeyFile, noFailures, notLogged } from '../../store/keyFile.ts';
import type { Schema } from '../../store/schema.ts';
import { forgetPlaceTaken, readPlaceTaken } from '../../store/takePlace.ts';
import { notePutBack } from '../team/accessAfter.ts';
import { noteRevision } from './keysRevision.ts';
import type { Surroundings, Unlocked } from './unlocked.ts';

/** What is written by whoever works with the store. */
interface Entry extends Pick<AuditEvent, 'at' | 'action' | 'subject'> {
  /** Null when the app did it without being asked. */
  by: Pick<CurrentUser, 'id' | 'role'> | null;
}

const eventOf = ({ by, ...entry }: Entry): AuditEvent => ({ ...entry, userId: by?.id ?? null, role: by?.role ?? null });

/**
 * The way to the audit log while somebody has the store open: for what they do, for what the session does by itself, and
 * for the notes beside the store of how far the log came.
 */
export class SessionLog {
  readonly #surroundings: Surroundings;
  readonly #opened: Omit<Unlocked, 'log'>;
  #clockSeenAt = 0;

  constructor(surroundings: Surroundings, opened: Omit<Unlocked, 'log'>) {
    this.#surroundings = surroundings;
    this.#opened = opened;
  }

  /** `database` is the transaction of what is written down. */
  write(database: Kysely<Schema>, entry: Entry): Promise<void> {
    return appendAudit(database, eventOf(entry));
  }

  /** What was only looked at does not wait for the disk. */
  seen(entry: Entry): Promise<void> {
    return appendSeen(this.#opened.database, eventOf(entry));
  }

  /** What the app did for whoever is at work. */
  append(action: string, subject: string | null, at = this.#surroundings.clock()): Promise<void> {
    const { database, user } = this.#opened;
    return this.write(database, { at, by: user, action, subject });
  }

  /** Writes down, before anything else is written by it, that the clock stands before what it showed last. */
  async lookAtClock(): Promise<void> {
    const now = this.#surroundings.clock();
    const seenAt = this.#clockSeenAt;
    this.#clockSeenAt = now;
    if (isClockBehind(seenAt, now)) await this.append('clock.behind', null, now);
  }

  /** Everything that the store should know of an unlock, and of what was found at it. */
  async unlock(now: number, accepted?: Problem): Promise<void> {
    const { dataFolder, keys } = this.#surroundings;
    const { database } = this.#opened;
    const taken = readPlaceTaken(dataFolder);
    const newest = await readTail(database);
    if (accepted === 'missingWork') await this.append('audit.shorter', null, now);
    else if (accepted === 'olderKeys') await this.append('keys.older', null, now);
    if (taken) await this.append(taken.action, taken.subject, now);
    this.#clockSeenAt = newest?.at ?? now;
    await this.lookAtClock();
    // Who was on the team then may differ from who has a key now; what was only mended knows no other people.
    if (taken && taken.action !== 'backup.mend') await notePutBack(database, now);
    if (taken) await this.#noteEnd();
    forgetPlaceTaken(dataFolder);
    await this.#appendWrongTries(now);
    if (keys.damage) await this.append(`keys.${keys.damage}`, null, now);
    keys.damage = null;
    await this.append('session.unlock', null, now);
    await this.#noteEnd();
    this.#noteInKeys();
    await noteRevision(this.#opened, keys.revision);
  }

  /** The same of a lock; the store may be closed after it. */
  async lock(): Promise<void> {
    const { searchLog, written } = this.#opened;
    await searchLog.settle();
    await this.lookAtClock();
    await this.append('session.lock', null);
    await noteRevision(this.#opened, this.#surroundings.keys.revision);
    written.distinguish();
    await this.#noteEnd();
  }

  /** Wrong tries while the store was closed are written by whoever opens it next, whoever they were tried on. */
  async #appendWrongTries(now: number): Promise<void> {
    const { file } = this.#surroundings.keys;
    for (const { id, failures } of file?.users ?? []) {
      const tries = notLogged(failures);
      if (tries > 0) await this.append('session.wrongPassword', `user ${id}, ${tries} times`, now);
    }
    const ofRecovery = file ? notLogged(file.recovery.failures) : 0;
    if (ofRecovery > 0) await this.append('session.wrongRecoveryKey', `${ofRecovery} times`, now);
  }

  /** Who was at work last, and which wrong tries stand in the log now. */
  #noteInKeys(): void {
    const { id, language } = this.#opened.user;
    const logged = (failures: KeyFile['recovery']['failures']) => ({ ...failures, logged: failures.count });
    this.#surroundings.keys.update((file) => ({
      ...file,
      language,
      lastUserId: id,
      users: file.users.map((user) => ({ ...user, failures: user.id === id ? noFailures : logged(user.failures) })),
      recovery: { ...file.recovery, failures: logged(file.recovery.failures) },
    }));
  }

  /** Notes how far the log is, beside the store and apart from it. */
  async #noteEnd(): Promise<void> {
    const { dataFolder, apart, keys } = this.#surroundings;
    const { database, dataEncryptionKey } = this.#opened;
    await noteTail(dataFolder, database);
    if (keys.file) await noteApart({ apart, dataFolder, dataEncryptionKey, keys: keys.file }, database);
  }
}
