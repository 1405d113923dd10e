import { channel } from '../../../../../shared/contract/channel.ts';
import type { ExportPeriod } from '../../../../../shared/contract/exports.ts';
import { weekdayName } from '../../../../../shared/i18n/trendWords.ts';
import { localHours } from '../../../rules/localHour.ts';
import { rangeOfDay } from '../../../rules/practiceTime.ts';
import { Tally } from '../../../rules/trendCounts.ts';
import { dayNumberOf, dayOfNumber, weekdayOfNumber } from '../../../rules/trendPeriods.ts';
import { contactsByHour } from '../../trends/queries.ts';
import type { Cell, ExportTable, Making } from '../table.ts';

/** How many contacts each day had on each channel; days without any are left out. */
export async function contactsTable(making: Making, { from, lastDay }: ExportPeriod): Promise<ExportTable> {
  const { database, t, language, timeZone, step } = making;
  const range = { from: rangeOfDay(from, timeZone).from, until: rangeOfDay(lastDay, timeZone).until };
  const localHour = localHours(timeZone);
  const byChannel = new Map(channel.options.map((option) => [option, new Tally<number>()]));
  const days = new Set<number>();
  for (const [index, [option, tally]] of [...byChannel].entries()) {
    for (const { hour, contacts } of await contactsByHour(database, range, option)) {
      const { dayNumber } = localHour(hour);
      tally.addContacts(dayNumber, contacts);
      days.add(dayNumber);
    }
    step(index + 1, byChannel.size);
  }
  const rows = [...days]
    .filter((day) => day >= dayNumberOf(from) && day <= dayNumberOf(lastDay))
    .sort((a, b) => a - b)
    .map((day): Cell[] => {
      const counts = [...byChannel.values()].map((tally) => tally.rateOf(day).contacts);
      const total = counts.reduce((sum, count) => sum + count, 0);
      return [dayOfNumber(day), weekdayName(language, weekdayOfNumber(day)), ...counts, total];
    });
  return {
    ...{ title: t('exports:what.contacts'), from, lastDay },
    remarks: [t('exports:remarks.contacts')],
    columns: [
      { title: t('exports:columns.day'), width: 2 },
      { title: t('trends:groups.of.weekday'), width: 2 },
      ...channel.options.map((option) => ({ title: t(`contacts:channel.${option}`), width: 2 })),
      { title: t('exports:columns.total'), width: 2 },
    ],
    sections: [{ title: t('exports:what.contacts'), rows }],
  };
}
