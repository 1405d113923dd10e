import type { Trial } from '../../../../shared/contract/privacy.ts';
import type { ChangedFeature } from '../../../../shared/contract/session.ts';
import { isCancelled, isStopped, tellProgress } from '../../progress.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import { mayClockBeAhead } from '../../rules/retention.ts';
import type { CoreServices } from '../../services.ts';
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

/** Looks what would go, on the other thread; null when it was stopped. */
export async function lookWhatGoes(core: CoreServices, unlocked: Unlocked, now: number): Promise<Trial | null> {
  const { database, practice } = unlocked;
  const { timeZone } = practice;
  const { workUnderWay, dataFolder } = core.session;
  try {
    const trial = await workUnderWay.runWithKey('erasure', unlocked.dataEncryptionKey, (dataEncryptionKey, counters) =>
      core.offMainThread.run('tryErasing', { folder: dataFolder.folder, dataEncryptionKey, now, timeZone, counters }),
    );
    const months = await readMonths(database);
    const last = await readLastTrial(database);
    const waits = last !== null && (last.waits || mayClockBeAhead(last.at, now));
    const found = { at: now, goes: goesOf(trial), oldestOverAt: oldestOverAt(trial, months, timeZone), waits };
    await writeLastTrial(database, found);
    core.session.changed('review');
    return trial;
  } catch (error) {
    if (isStopped(error)) return null;
    throw error;
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
  const runId = await core.session.workUnderWay.run('erasure', async (counters) => {
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
  if (core.session.workUnderWay.has('erasure') || core.session.unlocked !== unlocked) return;
  const last = await readLastTrial(database);
  if (last !== null && dayOf(last.at, practice.timeZone) === dayOf(now, practice.timeZone)) return;
  const found = await lookWhatGoes(core, unlocked, now);
  const hasMore = found !== null && goesOf(found) > 0 && core.session.unlocked === unlocked;
  const waits = (await readLastTrial(database))?.waits ?? false;
  if (hasMore && !waits && (await erasesAutomatically(database))) await eraseNow(core, unlocked, now, false);
}
