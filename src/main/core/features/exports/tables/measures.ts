import type { ExportPeriod } from '../../../../../shared/contract/exports.ts';
import { dayOf, rangeOfDay } from '../../../rules/practiceTime.ts';
import { readMeasures } from '../../measures/queries.ts';
import { restrictedNow } from '../exported.ts';
import type { ExportTable, Making } from '../table.ts';

/** The steps that were decided on in some days. */
export async function measuresTable(making: Making, { from, lastDay }: ExportPeriod): Promise<ExportTable> {
  const { database, t, timeZone } = making;
  const measures = await readMeasures(database, making, (query) =>
    query
      .where('measure.callerId', 'not in', restrictedNow(database))
      .where('measure.decidedAt', '>=', rangeOfDay(from, timeZone).from)
      .where('measure.decidedAt', '<', rangeOfDay(lastDay, timeZone).until)
      .orderBy('measure.decidedAt')
      .orderBy('measure.id'),
  );
  const rows = measures.map((measure) => [
    measure.id,
    measure.callerName,
    t(`measures:step.${measure.step}`),
    dayOf(measure.decidedAt, timeZone),
    measure.decidedByName,
    measure.from,
    measure.lastDay,
    measure.channels.map((channel) => t(`contacts:channel.${channel}`)).join(', '),
    t(`measures:state.${measure.state}`),
    measure.openObjections,
    measure.reason,
  ]);
  return {
    ...{ title: t('exports:what.measures'), from, lastDay },
    remarks: [t('measures:emergencies')],
    columns: [
      { title: t('exports:columns.number'), width: 3 },
      { title: t('review:table.caller'), width: 6 },
      { title: t('exports:columns.step'), width: 5 },
      { title: t('exports:columns.decided'), width: 4 },
      { title: t('exports:columns.decidedBy'), width: 4 },
      { title: t('exports:columns.from'), width: 4 },
      { title: t('exports:columns.lastDay'), width: 4 },
      { title: t('exports:columns.closed'), width: 5 },
      { title: t('exports:columns.state'), width: 4 },
      { title: t('exports:columns.objections'), width: 4 },
      { title: t('exports:columns.reason'), width: 9 },
    ],
    sections: [{ title: t('exports:what.measures'), rows }],
  };
}
