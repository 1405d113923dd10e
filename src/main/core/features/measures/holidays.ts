import { dayOf } from '../../rules/practiceTime.ts';
import type { CoreServices } from '../../services.ts';

const known = new Map<number, Promise<readonly string[]>>();

function ofYear(core: CoreServices, year: number): Promise<readonly string[]> {
  const found = known.get(year) ?? core.offMainThread.run('publicHolidays', { year });
  known.set(year, found);
  // A year that could not be worked out is asked again the next time.
  found.catch(() => known.delete(year));
  return found;
}

/** The Dutch public holidays around an instant: of its year, the one before and the one after. */
export async function holidaysAround(core: CoreServices, now: number, timeZone: string): Promise<ReadonlySet<string>> {
  const year = Number(dayOf(now, timeZone).slice(0, 4));
  const years = await Promise.all([year - 1, year, year + 1].map((one) => ofYear(core, one)));
  return new Set(years.flat());
}
