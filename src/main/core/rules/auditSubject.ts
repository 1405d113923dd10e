import type { AuditNarrowing, AuditVerdict } from '../../../shared/contract/audit.ts';

/** Whom a subject of the log names by a number, such as `caller 12` or `user 3, manager`; null for everything else. */
export function personIn(subject: string | null): { kind: 'caller' | 'user'; id: number } | null {
  const [, kind, id] = /^(caller|user) (\d+)(?:,|$)/.exec(subject ?? '') ?? [];
  return id !== undefined && (kind === 'caller' || kind === 'user') ? { kind, id: Number(id) } : null;
}

/** What is written of reading the log: about whom it was asked. */
export function subjectOfReading({ callerId, userId }: AuditNarrowing): string | null {
  if (callerId !== undefined) return `caller ${callerId}`;
  return userId === undefined ? null : `user ${userId}`;
}

const SOUND = 'whole';

/** What is written of a check: a chain that is broken says more than backups that differ. */
export function subjectOfCheck({ brokenAt, backups }: Pick<AuditVerdict, 'brokenAt' | 'backups'>): string {
  if (brokenAt !== null) return `broken entry ${brokenAt}`;
  return backups.differing.length > 0 ? `differing backups ${backups.differing.length}` : SOUND;
}

interface Written {
  id: number;
  at: number;
  subject: string | null;
}

interface LastWritten {
  check: Written | undefined;
  shorter: Written | undefined;
  behind: Written | undefined;
}

/**
 * What of the log needs a manager: a check that found something, until one finds nothing; or, until a check was made after
 * it, an end that was missing at an unlock, or a clock that stood before what was written last.
 */
export function logNeedsLook({
  check,
  shorter,
  behind,
}: LastWritten): { problem: 'broken' | 'shorter' | 'clock'; since: number } | null {
  if (check && check.subject !== SOUND) return { problem: 'broken', since: check.at };
  const isUnseen = ({ id }: Written) => id > (check?.id ?? 0);
  if (shorter && isUnseen(shorter)) return { problem: 'shorter', since: shorter.at };
  if (behind && isUnseen(behind)) return { problem: 'clock', since: behind.at };
  return null;
}
