import type { Problem } from '../../../shared/contract/session.ts';

/** The store cannot be used, for a reason that a screen can explain. Nothing was changed or deleted. */
export class StoreProblem extends Error {
  readonly problem: Problem;
  /** A code of SQLite or the operating system, nothing personal. */
  readonly code: string;

  constructor(problem: Problem, code: string) {
    super(`store: ${problem} (${code})`);
    this.problem = problem;
    this.code = code;
  }
}

const noRoomOrRight = /^(SQLITE_(FULL|READONLY|CANTOPEN|IOERR(?!_(READ|SHORT_READ)))|E(ACCES|PERM|ROFS|NOSPC|DQUOT))/;

/** What an error of SQLite or the operating system means for the store. */
export function problemOf(error: unknown): StoreProblem {
  if (error instanceof StoreProblem) return error;
  const code = errorCode(error);
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new StoreProblem('folderInUse', code);
  return new StoreProblem(noRoomOrRight.test(code) ? 'folderUnwritable' : 'damagedStore', code);
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
