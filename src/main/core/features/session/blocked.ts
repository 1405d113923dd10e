import type { Problem, SessionState } from '../../../../shared/contract/session.ts';
import { problemOf } from '../../store/problem.ts';

/** Why nobody can work, and what whoever proved a password may do about it. */
export interface Blocked {
  problem: Problem;
  code: string;
  /** Kept only while a backup may be put back, or work may go on: somebody has just proved a password. */
  dataEncryptionKey: Uint8Array | null;
  userId: number | null;
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
export function blockedBy(error: unknown, provedKey: Uint8Array | null, userId: number | null): Blocked {
  const { problem, code } = problemOf(error);
  if (problem === 'unexpected') console.error('blocked by a defect:', code);
  const isOffered = [...restorableProblems, ...acceptableProblems].includes(problem);
  if (!isOffered) provedKey?.fill(0);
  return { problem, code, dataEncryptionKey: isOffered ? provedKey : null, userId };
}

/** What a screen tells of it. */
export function blockedState(
  { problem, code, dataEncryptionKey }: Blocked,
  { dataFolder, appVersion, isMending }: { dataFolder: string; appVersion: string; isMending: boolean },
): SessionState {
  return {
    kind: 'blocked',
    problem,
    dataFolder,
    report: `Rugdekking ${appVersion} · ${process.platform} ${process.arch} · ${problem} · ${code}`,
    mayRestore: dataEncryptionKey !== null && restorableProblems.includes(problem) && !isMending,
    mayGoOn: dataEncryptionKey !== null && acceptableProblems.includes(problem),
    isMending,
  };
}
