import type { Kysely } from 'kysely';
import type { ToDecide } from '../../../../shared/contract/measures.ts';
import type { MeasuresRule } from '../../../../shared/contract/settings.ts';
import { lastDayOf, reviewDayOf } from '../../rules/contactBan.ts';
import { nextStep, openIncidents, type PastIncident, type PastMeasure } from '../../rules/nextStep.ts';
import { dayOf, rangeOfDay } from '../../rules/practiceTime.ts';
import { policeReportWorkingDays, workingDayAfter } from '../../rules/workingDays.ts';
import type { Schema } from '../../store/schema.ts';
import { incidentKinds } from '../incidents/queries.ts';
import { type Now, readLinkedIncidents } from './queries.ts';

type Database = Kysely<Schema>;

const DAY = 86_400_000;
const longestMonth = 31;

interface Asked extends Now {
  rule: MeasuresRule;
  /** The public holidays of the years that deadlines can fall in. */
  holidays: ReadonlySet<string>;
}

async function pastIncidents(database: Database, callerIds: readonly number[], since: number) {
  const rows = await database
    .selectFrom('incident')
    .leftJoin('leftUndecided', 'leftUndecided.incidentId', 'incident.id')
    .select([
      'incident.id',
      'incident.callerId',
      'incident.occurredAt',
      'incident.severity',
      'leftUndecided.at as leftAt',
    ])
    .where('incident.callerId', 'in', callerIds)
    .where('incident.occurredAt', '>', since)
    .execute();
  const kinds = await incidentKinds(
    database,
    rows.map(({ id }) => id),
  );
  return Map.groupBy(
    rows.map((row) => ({ ...row, behaviours: kinds(row.id).behaviours, left: row.leftAt !== null })),
    ({ callerId }) => callerId ?? 0,
  );
}

async function pastMeasures(database: Database, callerIds: readonly number[], timeZone: string) {
  const rows = await database
    .selectFrom('measure')
    .select(['measure.callerId', 'step', 'decidedAt', 'lastDay', 'liftedAt', 'replacedAt'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('objection')
          .whereRef('objection.measureId', '=', 'measure.id')
          .where('objection.outcome', '=', 'upheld')
          .select('objection.id'),
      ).as('overturned'),
    )
    .where('measure.callerId', 'in', callerIds)
    .execute();
  const measures = rows.map(({ callerId, step, decidedAt, lastDay, liftedAt, replacedAt, overturned }) => {
    const planned = lastDay === null ? decidedAt : rangeOfDay(lastDay, timeZone).until;
    const endsAt = Math.min(planned, liftedAt ?? planned, replacedAt ?? planned);
    return { callerId, step, decidedAt, endsAt, overturned: Boolean(overturned) };
  });
  return Map.groupBy(measures, ({ callerId }) => callerId);
}

function termsFrom(today: string, rule: MeasuresRule): ToDecide['terms'] {
  return [...new Set(rule.banMonths)].map((months) => {
    const lastDay = lastDayOf(today, months);
    return { months, from: today, lastDay, reviewDay: reviewDayOf(today, lastDay) };
  });
}

function describe(
  caller: { id: number; displayName: string },
  incidents: readonly PastIncident[],
  measures: readonly PastMeasure[],
  { now, timeZone, rule, holidays }: Asked,
): Omit<ToDecide, 'incidents'> {
  const next = nextStep(incidents, measures, rule, now);
  const open = next?.open ?? openIncidents(incidents, measures);
  return {
    callerId: caller.id,
    callerName: caller.displayName,
    proposal: next?.proposal ?? null,
    openIncidentIds: open.map(({ id }) => id),
    answerBefore: next?.answerBefore ?? null,
    policeBefore: next?.proposal.considerPolice
      ? workingDayAfter(dayOf(next.leading.occurredAt, timeZone), policeReportWorkingDays, holidays)
      : null,
    terms: termsFrom(dayOf(now, timeZone), rule),
  };
}

/** What the histories of some callers call for; with no proposal where they call for nothing. */
export async function proposalsFor(
  database: Database,
  callerIds: readonly number[],
  asked: Asked,
): Promise<ToDecide[]> {
  if (callerIds.length === 0) return [];
  const { now, timeZone, rule } = asked;
  const since = now - (rule.recurrenceMonths * longestMonth + rule.decideWithinDays) * DAY;
  const incidents = await pastIncidents(database, callerIds, since);
  const measures = await pastMeasures(database, callerIds, timeZone);
  const callers = await database
    .selectFrom('caller')
    .select(['id', 'displayName'])
    .where('id', 'in', callerIds)
    .execute();
  const ids = [...incidents.values()].flat().map(({ id }) => id);
  const linked = new Map((await readLinkedIncidents(database, ids)).map((incident) => [incident.id, incident]));
  return callers.map((caller) => {
    const ofCaller = (incidents.get(caller.id) ?? []).toSorted((a, b) => b.occurredAt - a.occurredAt);
    return {
      ...describe(caller, ofCaller, measures.get(caller.id) ?? [], asked),
      incidents: ofCaller.flatMap(({ id }) => linked.get(id) ?? []),
    };
  });
}

/** Callers whose recent incidents call for a step that nobody took, the most recent first. */
export async function readToDecide(database: Database, asked: Asked): Promise<ToDecide[]> {
  const since = asked.now - asked.rule.decideWithinDays * DAY;
  const recent = await database
    .selectFrom('incident')
    .leftJoin('leftUndecided', 'leftUndecided.incidentId', 'incident.id')
    .select('incident.callerId')
    .distinct()
    .where('incident.occurredAt', '>', since)
    .where('incident.callerId', 'is not', null)
    .where('leftUndecided.at', 'is', null)
    .execute();
  const callerIds = recent.flatMap(({ callerId }) => (callerId === null ? [] : [callerId]));
  const found = await proposalsFor(database, callerIds, asked);
  return found
    .filter(({ proposal, incidents, openIncidentIds }) => {
      const open = incidents.filter(({ id }) => openIncidentIds.includes(id));
      return proposal !== null && open.some(({ occurredAt }) => occurredAt > since);
    })
    .sort((a, b) => (b.answerBefore ?? 0) - (a.answerBefore ?? 0));
}
