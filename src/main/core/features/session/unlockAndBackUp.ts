import type { CoreServices } from '../../services.ts';
import { errorCode } from '../../store/problem.ts';
import { backUpWhenDue } from '../backup/backUp.ts';
import { closeWeeks } from '../breaks/teamWeeks.ts';
import { forgetOldTallies, noteUse } from '../breaks/workTime.ts';
import { forgetLapsed } from '../callers/standingOut.ts';
import { keepTerms } from '../privacy/runs.ts';
import type { BeforeShown } from './openUnlocked.ts';

/** Opens the store for a worker who proved a secret, and does what is due at an unlock. */
export async function unlockAndBackUp(
  core: CoreServices,
  userId: number,
  dataEncryptionKey: Uint8Array,
  before?: BeforeShown,
): Promise<void> {
  const { session, options } = core;
  await session.unlock(userId, dataEncryptionKey, before);
  if (!session.unlocked) return;
  const { database, practice, houseRules, user } = session.unlocked;
  const now = options.clock();
  const { timeZone } = practice;
  await forgetLapsed({ database, now, timeZone, colleagueHours: houseRules.colleagueHours });
  await database.transaction().execute(async (transaction) => {
    await closeWeeks({ database: transaction, rule: houseRules.bucket, timeZone, now });
    await forgetOldTallies(transaction, now);
    await noteUse(transaction, user.id, now);
  });
  // Not waited for: the desk is usable while the copy is made. A failure shows as the age of the last backup.
  const { unlocked: opened } = session;
  backUpWhenDue(core)
    .then(() => keepTerms(core, opened, now))
    .catch((error) => console.error('terms not kept', errorCode(error)));
}
