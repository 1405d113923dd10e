import { type TrendQuestion, trendDimension } from '../../../../../shared/contract/trends.ts';
import { trendEventName, trendFilterName, trendValue } from '../../../../../shared/i18n/trendWords.ts';
import { readReport } from '../../trends/report.ts';
import type { ExportTable, Making } from '../table.ts';

/** The time line and everything it is told apart by, as the page of trends shows it. */
export async function trendsTable(making: Making, question: TrendQuestion): Promise<ExportTable> {
  const { database, t, language } = making;
  const report = await readReport(database, question, making);
  const { from, lastDay, periods, groups, events } = report;
  const decimal = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 1 });
  const line = periods.map(({ signal, ...period }) => {
    const beside = events.filter((event) => event.from <= period.lastDay && event.lastDay >= period.from);
    const figures = signal && {
      value: decimal.format(signal.perHundred),
      usual: decimal.format(signal.usual),
      margin: decimal.format(signal.margin),
    };
    const remarkable = [
      ...(figures
        ? [t(signal.direction === 'above' ? 'trends:signal.shortAbove' : 'trends:signal.shortBelow', figures)]
        : []),
      ...(period.withheld ? [t('trends:withheld')] : []),
      ...beside.map((event) => trendEventName(t, event)),
    ];
    const name = t('exports:columns.unit', { unit: t(`trends:unit.${question.unit}`), from: period.from });
    return [
      name,
      period.from,
      period.lastDay,
      ...(period.withheld ? [null, null, null] : [period.contacts, period.incidents, period.perHundred]),
      remarkable.join('; '),
    ];
  });
  const apart = trendDimension.options.map((of) => ({
    title: t('exports:columns.by', { of: t(`trends:groups.of.${of}`) }),
    rows: groups[of].map(({ value, contacts, incidents, perHundred }) => [
      trendValue(t, language, of, value),
      ...[from, lastDay, contacts, incidents, perHundred, ''],
    ]),
  }));
  const { only } = question;
  return {
    ...{ title: t('exports:what.trends'), from, lastDay },
    remarks: [
      ...(only ? [t('trends:only', { value: trendFilterName(t, language, only) })] : []),
      t('exports:remarks.trends'),
    ],
    columns: [
      { title: t('exports:columns.value'), width: 5 },
      { title: t('exports:columns.from'), width: 2 },
      { title: t('exports:columns.lastDay'), width: 2 },
      { title: t('trends:chart.contacts'), width: 2 },
      { title: t('trends:chart.incidents'), width: 2 },
      { title: t('trends:chart.perHundred'), width: 2 },
      { title: t('trends:chart.remarkable'), width: 6 },
    ],
    sections: [{ title: t('exports:columns.timeLine'), rows: line }, ...apart],
  };
}
