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

/** The code of a SQLite or operating system error, or `unknown`. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return 'unknown';
}
