import type { Kysely } from 'kysely';
import type { Cause } from '../../../../shared/contract/incidentKinds.ts';
import type { Incident } from '../../../../shared/contract/incidents.ts';
import type { DayRate, ReviewDay, ReviewedIncident } from '../../../../shared/contract/review.ts';
import { outOfOrdinary, usualOf, WEEKS_BEFORE } from '../../rules/outOfOrdinary.ts';
import { dayOf, type InstantRange, rangeOfDay, weekOf } from '../../rules/practiceTime.ts';
import { perHundred } from '../../rules/rate.ts';
import { countInYear, yearBefore } from '../../rules/repeats.ts';
import { rateOfDays } from '../../rules/trendCounts.ts';
import { dayNumberOf, periodsUntil } from '../../rules/trendPeriods.ts';
import type { Schema } from '../../store/schema.ts';
import { countedIncidents } from '../incidents/countedIncidents.ts';
import { incidentKinds, readIncidents } from '../incidents/queries.ts';
import { isRestrictedIncident } from '../privacy/restrictions.ts';
import { countDays } from '../trends/counting.ts';
import { eventsIn } from '../trends/queries.ts';

type Database = Kysely<Schema>;

const SHOWN_FROM_BEFORE = 50;

/** Adds to each incident how many this caller had in the year up to and with it. */
export async function withCountInYear(database: Database, incidents: readonly Incident[]): Promise<ReviewedIncident[]> {
  const callerIds = [...new Set(incidents.flatMap(({ callerId }) => (callerId === null ? [] : [callerId])))];
  if (callerIds.length === 0) return incidents.map((incident) => ({ ...incident, countInYear: 0 }));
  const past = await countedIncidents(database)
    .select(['id', 'callerId', 'occurredAt'])
    .where('callerId', 'in', callerIds)
    .where(({ not }) => not(isRestrictedIncident()))
    .where('occurredAt', '>', yearBefore(Math.min(...incidents.map(({ occurredAt }) => occurredAt))))
    .execute();
  const kinds = await incidentKinds(
    database,
    past.map(({ id }) => id),
  );
  const known = past.map((one) => ({ ...one, behaviours: kinds(one.id).behaviours }));
  return incidents.map((incident) => ({
    ...incident,
    countInYear: incident.callerId === null ? 0 : countInYear(known, incident.callerId, incident.occurredAt),
  }));
}

async function incidentsOfRange(database: Database, range: InstantRange): Promise<ReviewedIncident[]> {
  const incidents = await readIncidents(database, (query) =>
    query
      .where('incident.occurredAt', '>=', range.from)
      .where('incident.occurredAt', '<', range.until)
      .orderBy('incident.occurredAt', 'desc'),
  );
  return withCountInYear(database, incidents);
}

async function notReviewedBefore(database: Database, instant: number): Promise<ReviewedIncident[]> {
  const incidents = await readIncidents(database, (query) =>
    query
      .where('incident.reviewedAt', 'is', null)
      .where('incident.duplicateOfId', 'is', null)
      .where('incident.occurredAt', '<', instant)
      .orderBy('incident.occurredAt', 'desc')
      .limit(SHOWN_FROM_BEFORE),
  );
  return withCountInYear(database, incidents);
}

function countCauses(incidents: readonly Incident[]): ReviewDay['causes'] {
  const counts = new Map<Cause, number>();
  for (const { completion } of incidents) {
    if (completion.cause) counts.set(completion.cause, (counts.get(completion.cause) ?? 0) + 1);
  }
  return [...counts].map(([cause, count]) => ({ cause, count })).sort((a, b) => b.count - a.count);
}

function decidedIn(database: Database, range: InstantRange): Promise<ReviewDay['decided']> {
  return database
    .selectFrom('measure')
    .innerJoin('caller', 'caller.id', 'measure.callerId')
    .innerJoin('user', 'user.id', 'measure.decidedBy')
    .select(['measure.id as measureId', 'measure.callerId', 'caller.displayName as callerName', 'measure.step'])
    .select('user.name as byName')
    .where('measure.decidedAt', '>=', range.from)
    .where('measure.decidedAt', '<', range.until)
    .orderBy('measure.decidedAt')
    .execute();
}

/** The week of a day, day by day, with what the weeks before it say is usual. */
async function readWeek(database: Database, day: string, timeZone: string) {
  const periods = periodsUntil('week', day, WEEKS_BEFORE + 1);
  const [from, lastDay] = [periods[0]?.from ?? day, periods.at(-1)?.lastDay ?? day];
  const byDay = await countDays(database, { from, lastDay }, timeZone);
  const before = periods.slice(0, -1).map((period) => rateOfDays(byDay, period));
  const week = weekOf(day, timeZone).map((date): DayRate => {
    const counts = byDay.rateOf(dayNumberOf(date));
    return { date, ...counts, signal: outOfOrdinary(counts, before) };
  });
  const usual = usualOf(before);
  return {
    week,
    usualPerHundred: usual && perHundred(usual.incidents, usual.contacts),
    events: await eventsIn(database, { from: week[0]?.date ?? day, lastDay }),
  };
}

/** Everything the manager sees of one day of the practice. */
export async function readReviewDay(database: Database, day: string, timeZone: string): Promise<ReviewDay> {
  const range = rangeOfDay(day, timeZone);
  const incidents = await incidentsOfRange(database, range);
  const counted = incidents.filter(({ status }) => status !== 'duplicate');
  const { week, usualPerHundred, events } = await readWeek(database, day, timeZone);
  const contacts = week.find(({ date }) => date === day)?.contacts ?? 0;
  return {
    date: dayOf(range.from, timeZone),
    contacts,
    incidents,
    toComplete: counted.filter(({ completedAt, isRestricted }) => completedAt === null && !isRestricted).length,
    toReview: incidents.filter(({ status }) => status === 'new').length,
    counted: counted.length,
    perHundred: perHundred(counted.length, contacts),
    usualPerHundred,
    causes: countCauses(counted),
    decided: await decidedIn(database, range),
    week,
    events,
    leftFromBefore: await notReviewedBefore(database, range.from),
  };
}
