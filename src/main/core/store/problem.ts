import type { Problem } from '../../../shared/contract/session.ts';
import { traceOf } from './trace.ts';

/** The store cannot be used, for a reason that a screen can explain. Nothing was changed or deleted. */
export class StoreProblem extends Error {
  readonly problem: Problem;
  /** A code of SQLite or the operating system, or the trace of what nobody expected: nothing personal. */
  readonly code: string;

  constructor(problem: Problem, code: string) {
    super(`store: ${problem} (${code})`);
    this.problem = problem;
    this.code = code;
  }
}

const noRoomOrRight = /^(SQLITE_(FULL|READONLY|CANTOPEN|IOERR(?!_(READ|SHORT_READ)))|E(ACCES|PERM|ROFS|NOSPC|DQUOT))/;

/** What says nothing of the store: SQLite refused what it was asked, or the program itself failed. */
const defect = /^(unknown$|ERR_|SQLITE_(?!CORRUPT|NOTADB|IOERR|FORMAT))/;

/** What an error means for the store; one that nobody expected is a defect of the program, and no damage. */
export function problemOf(error: unknown): StoreProblem {
  if (error instanceof StoreProblem) return error;
  const code = errorCode(error);
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new StoreProblem('folderInUse', code);
  if (noRoomOrRight.test(code)) return new StoreProblem('folderUnwritable', code);
  return defect.test(code) ? new StoreProblem('unexpected', traceOf(error)) : new StoreProblem('damagedStore', code);
}

/** Whether the disk is full, may not be written to, or fails: that says nothing of what is on it. */
export function isOfDisk(error: unknown): boolean {
  return errorCode(error) === 'EIO' || problemOf(error).problem === 'folderUnwritable';
}

/** Whether SQLite found, when reading or when asked to look, that a page of the store is not what was written. */
export function isDamage(error: unknown): boolean {
  return /^(SQLITE_(CORRUPT|NOTADB)|STORE_INTEGRITY)/.test(errorCode(error));
}

/** Whether reading a backup through showed that it is not what was written. */
export function isNotWhole(error: unknown): boolean {
  return isDamage(error) || /^(SQLITE_IOERR_(READ|SHORT_READ)|BACKUP_INTEGRITY|EMPTY_STORE)/.test(errorCode(error));
}

/** The code of a SQLite or operating system error, or `unknown`. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return 'unknown';
}
