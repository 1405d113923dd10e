import { errorCode } from './problem.ts';

/** Whether the store refused a change because what is kept of a caller is restricted. */
export function isRestricted(error: unknown): boolean {
  return (
    errorCode(error) === 'SQLITE_CONSTRAINT_TRIGGER' &&
    error instanceof Error &&
    error.message.endsWith('is restricted')
  );
}
