import type { Trial } from '../../../../shared/contract/privacy.ts';
import type { ChangedFeature } from '../../../../shared/contract/session.ts';
import { TaskFailure } from '../../offMainThread.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import { mayClockBeAhead } from '../../rules/retention.ts';
import type { CoreServices } from '../../services.ts';
import { type Counters, isCancelled, newCounters, tellProgress } from '../exports/progress.ts';
import type { Unlocked } from '../session/unlocked.ts';
import { eraseOverTerm } from './erasing.ts';
import { erasesAutomatically, readMonths } from './terms.ts';
import { goesOf, oldestOverAt, readLastTrial, writeLastTrial } from './trial.ts';

/** What may look different after something went. */
export const erasureChanges: readonly ChangedFeature[] = [
  ...(['aftercare', 'agreements', 'attachments', 'callers', 'coaching', 'contacts', 'distress', 'exceptions'] as const),
  ...(['handOvers', 'incidents', 'letters', 'measures', 'policeReports', 'privacy', 'review', 'rotation'] as const),
  ...(['team', 'trainings', 'trends'] as const),
];

/** One at a time, and it ends before the app locks. */
export async function onlyOne<Result>(core: CoreServices, work: (counters: Counters) => Promise<Result>) {
  const counters = newCounters();
  const { promise: done, resolve } = Promise.withResolvers<void>();
  core.session.erasing = { counters, done };
  try {
    return await work(counters);
  } finally {
    core.session.erasing = null;
    resolve();
  }
}

/** Looks what would go, on the other thread; null when it was stopped. */
export async function lookWhatGoes(core: CoreServices, unlocked: Unlocked, now: number): Promise<Trial | null> {
  const { database, practice } = unlocked;
  const { timeZone } = practice;
  // A copy, because the key of the session is wiped when the app locks meanwhile.
  const dataEncryptionKey = unlocked.dataEncryptionKey.slice();
  try {
    const trial = await onlyOne(core, (counters) =>
      core.offMainThread.run('tryErasing', {
        ...{ folder: core.session.dataFolder.folder, dataEncryptionKey, now, timeZone, counters },
      }),
    );
    const months = await readMonths(database);
    const last = await readLastTrial(database);
    const waits = last !== null && (last.waits || mayClockBeAhead(last.at, now));
    const found = { at: now, goes: goesOf(trial), oldestOverAt: oldestOverAt(trial, months, timeZone), waits };
    await writeLastTrial(database, found);
    core.session.changed('review');
    return trial;
  } catch (error) {
    if (error instanceof TaskFailure && error.code === 'ERASING_STOPPED') return null;
    throw error;
  } finally {
    dataEncryptionKey.fill(0);
  }
}

/** Erases what is over its term; `startedBy` is null when nobody asked. */
export async function eraseNow(
  core: CoreServices,
  { database, practice, user, log }: Unlocked,
  now: number,
  asked: boolean,
): Promise<number> {
  const total = (await readLastTrial(database))?.goes ?? 0;
  const runId = await onlyOne(core, async (counters) => {
    let erased = 0;
    const id = await eraseOverTerm({
      ...{ database, now, timeZone: practice.timeZone, months: await readMonths(database) },
      startedBy: asked ? user.id : null,
      audit: (transaction, subject) =>
        log.write(transaction, { at: now, by: asked ? user : null, action: 'privacy.eraseOverTerm', subject }),
      goOn(count) {
        erased += count;
        tellProgress(counters, erased, Math.max(total, erased));
        return !isCancelled(counters);
      },
    });
    if (!isCancelled(counters)) await writeLastTrial(database, { at: now, goes: 0, oldestOverAt: null, waits: false });
    return id;
  });
  core.session.changed(...erasureChanges);
  return runId;
}

/** Once a day: erases where a manager has switched that on, and looks what would go where nobody has. */
export async function keepTerms(core: CoreServices, unlocked: Unlocked, now: number): Promise<void> {
  const { database, practice } = unlocked;
  if (core.session.erasing || core.session.unlocked !== unlocked) return;
  const last = await readLastTrial(database);
  if (last !== null && dayOf(last.at, practice.timeZone) === dayOf(now, practice.timeZone)) return;
  const found = await lookWhatGoes(core, unlocked, now);
  const hasMore = found !== null && goesOf(found) > 0 && core.session.unlocked === unlocked;
  const waits = (await readLastTrial(database))?.waits ?? false;
  if (hasMore && !waits && (await erasesAutomatically(database))) await eraseNow(core, unlocked, now, false);
}
