import { dayOf } from '../../rules/practiceTime.ts';
import type { CoreServices } from '../../services.ts';

const asked = new Map<number, Promise<readonly string[]>>();
const known = new Map<number, readonly string[]>();

function ofYear(core: CoreServices, year: number): Promise<readonly string[]> {
  const found = asked.get(year) ?? core.offMainThread.run('publicHolidays', { year });
  asked.set(year, found);
  found.then(
    (days) => known.set(year, days),
    // A year that could not be worked out is asked again the next time.
    () => asked.delete(year),
  );
  return found;
}

function yearsAround(now: number, timeZone: string): number[] {
  const year = Number(dayOf(now, timeZone).slice(0, 4));
  return [year - 1, year, year + 1];
}

/** The Dutch public holidays around an instant: of its year, the one before and the one after. */
export async function holidaysAround(core: CoreServices, now: number, timeZone: string): Promise<ReadonlySet<string>> {
  const years = await Promise.all(yearsAround(now, timeZone).map((year) => ofYear(core, year)));
  return new Set(years.flat());
}

/**
 * Those that are known already, for what a worker waits for with the next key; a backup may be under way on the thread
 * that works them out. The rest is told of when it is known.
 */
export function holidaysKnown(
  core: CoreServices,
  now: number,
  timeZone: string,
  onRest: () => void,
): ReadonlySet<string> {
  const years = yearsAround(now, timeZone);
  if (years.some((year) => !known.has(year))) holidaysAround(core, now, timeZone).then(onRest, () => undefined);
  return new Set(years.flatMap((year) => known.get(year) ?? []));
}
