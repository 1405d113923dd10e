import type { ExportPeriod } from '../../../../../shared/contract/exports.ts';
import type { Incident } from '../../../../../shared/contract/incidents.ts';
import { dayOf, rangeOfDay } from '../../../rules/practiceTime.ts';
import { readIncidents } from '../../incidents/queries.ts';
import { clockOf } from '../clock.ts';
import { exportedIncidents } from '../exported.ts';
import type { Cell, ExportTable, Making } from '../table.ts';

const AT_ONCE = 200;

function rowOf({ t, timeZone }: Making, incident: Incident): Cell[] {
  const { id, occurredAt, workerName, callerName, channel, behaviours, severity, outcomes, completion } = incident;
  return [
    id,
    dayOf(occurredAt, timeZone),
    clockOf(occurredAt, timeZone),
    workerName,
    callerName ?? t('review:table.unknownCaller'),
    t(`contacts:channel.${channel}`),
    behaviours.map((behaviour) => t(`incidents:behaviour.${behaviour}`)).join(', '),
    t(`incidents:severity.${severity}`),
    outcomes.map((outcome) => t(`incidents:outcome.${outcome}`)).join(', '),
    completion.cause && t(`incidents:cause.${completion.cause}`),
    incident.reviewedAt === null ? t('exports:columns.no') : dayOf(incident.reviewedAt, timeZone),
  ];
}

/** The incidents of some days, without what was written about them: that is read beside the incident itself. */
export async function incidentsTable(making: Making, { from, lastDay }: ExportPeriod): Promise<ExportTable> {
  const { database, t, timeZone, step } = making;
  const found = await exportedIncidents(database)
    .select('id')
    .where('occurredAt', '>=', rangeOfDay(from, timeZone).from)
    .where('occurredAt', '<', rangeOfDay(lastDay, timeZone).until)
    .orderBy('occurredAt')
    .orderBy('id')
    .execute();
  const rows: Cell[][] = [];
  while (rows.length < found.length) {
    const ids = found.slice(rows.length, rows.length + AT_ONCE).map(({ id }) => id);
    const incidents = await readIncidents(database, (query) =>
      query.where('incident.id', 'in', ids).orderBy('incident.occurredAt').orderBy('incident.id'),
    );
    rows.push(...incidents.map((incident) => rowOf(making, incident)));
    step(rows.length, found.length);
  }
  return {
    ...{ title: t('exports:what.incidents'), from, lastDay },
    remarks: [t('exports:remarks.incidents')],
    columns: [
      { title: t('exports:columns.number'), width: 3 },
      { title: t('exports:columns.day'), width: 4 },
      { title: t('review:table.time'), width: 3 },
      { title: t('review:table.worker'), width: 4 },
      { title: t('review:table.caller'), width: 6 },
      { title: t('exports:columns.channel'), width: 4 },
      { title: t('review:table.what'), width: 6 },
      { title: t('review:table.severity'), width: 4 },
      { title: t('review:table.outcome'), width: 6 },
      { title: t('review:incident.cause'), width: 6 },
      { title: t('exports:columns.reviewed'), width: 4 },
    ],
    sections: [{ title: t('exports:what.incidents'), rows }],
  };
}
