import { addDays } from 'date-fns/addDays';
import { format } from 'date-fns/format';
import { isWeekend } from 'date-fns/isWeekend';
import { parseISO } from 'date-fns/parseISO';

/** Within so many working days a report to the police is best made (Veilige Publieke Taak). */
export const policeReportWorkingDays = 2;

/** The n-th working day after a day: Monday to Friday, without the public holidays that are given. */
export function workingDayAfter(day: string, count: number, holidays: ReadonlySet<string>): string {
  let date = parseISO(day);
  for (let left = count; left > 0; ) {
    date = addDays(date, 1);
    if (!isWeekend(date) && !holidays.has(format(date, 'yyyy-MM-dd'))) left -= 1;
  }
  return format(date, 'yyyy-MM-dd');
}
