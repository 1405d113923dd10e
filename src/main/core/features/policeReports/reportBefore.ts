import { dayOf } from '../../rules/practiceTime.ts';
import { policeReportWorkingDays, workingDayAfter } from '../../rules/workingDays.ts';
import type { CoreServices } from '../../services.ts';
import { holidaysAround } from '../measures/holidays.ts';

/** The last day on which a report of something is as quick as it should be. */
export async function reportBefore(core: CoreServices, occurredAt: number, timeZone: string): Promise<string> {
  const holidays = await holidaysAround(core, occurredAt, timeZone);
  return workingDayAfter(dayOf(occurredAt, timeZone), policeReportWorkingDays, holidays);
}
