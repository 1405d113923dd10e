/** The Dutch public holidays of a year, as days. Loading the calendar takes too long for the main thread. */
export async function publicHolidays({ year }: { year: number }): Promise<string[]> {
  const { default: Holidays } = await import('date-holidays');
  const calendar = new Holidays('NL');
  return calendar
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date }) => date.slice(0, 10));
}
