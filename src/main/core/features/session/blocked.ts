import type { Problem, SessionState } from '../../../../shared/contract/session.ts';
import { problemOf } from '../../store/problem.ts';

/** Who has just proved a password, and the key of the data that opened with it. */
export interface Proved {
  userId: number;
  dataEncryptionKey: Uint8Array;
}

/** Why nobody can work, and what whoever proved a password may do about it. */
export interface Blocked {
  readonly problem: Problem;
  readonly code: string;
  /** Kept only while a backup may be put back, or work may go on; null once it is wiped. */
  proved: Proved | null;
}

/** What putting a backup back can help with. */
const restorableProblems: readonly Problem[] = [
  'damagedStore',
  'missingStore',
  'missingWork',
  'otherKey',
  'failedMigration',
];

/** What somebody may go on with who knows what it lacks. */
export const acceptableProblems: readonly Problem[] = ['missingWork', 'olderKeys'];

/** What somebody proved is kept only where it helps; otherwise it is wiped. */
export function blockedBy(error: unknown, proved: Proved | null): Blocked {
  const { problem, code } = problemOf(error);
  if (problem === 'unexpected') console.error('blocked by a defect:', code);
  const isOffered = [...restorableProblems, ...acceptableProblems].includes(problem);
  if (!isOffered) proved?.dataEncryptionKey.fill(0);
  return { problem, code, proved: isOffered ? proved : null };
}

/** Nobody has proved anything any more. */
export function wipeProved(blocked: Blocked): void {
  blocked.proved?.dataEncryptionKey.fill(0);
  blocked.proved = null;
}

/** What a screen tells of it. */
export function blockedState(
  { problem, code, proved }: Blocked,
  { dataFolder, appVersion, isMending }: { dataFolder: string; appVersion: string; isMending: boolean },
): SessionState {
  return {
    kind: 'blocked',
    problem,
    dataFolder,
    report: `Rugdekking ${appVersion} · ${process.platform} ${process.arch} · ${problem} · ${code}`,
    mayRestore: proved !== null && restorableProblems.includes(problem) && !isMending,
    mayGoOn: proved !== null && acceptableProblems.includes(problem),
    isMending,
  };
}
