import type { Kysely } from 'kysely';
import type { ToDecide, Told } from '../../../../shared/contract/measures.ts';
import type { MeasuresRule } from '../../../../shared/contract/settings.ts';
import { answerBefore } from '../../rules/answering.ts';
import { lastDayOf, reviewDayOf } from '../../rules/contactBan.ts';
import { nextStep, openIncidents, type PastIncident, type PastMeasure } from '../../rules/nextStep.ts';
import { dayOf, rangeOfDay } from '../../rules/practiceTime.ts';
import { policeReportWorkingDays, workingDayAfter } from '../../rules/workingDays.ts';
import type { Schema } from '../../store/schema.ts';
import { countedIncidents } from '../incidents/countedIncidents.ts';
import { incidentKinds } from '../incidents/queries.ts';
import { bansInForce, type Now, readLinkedIncidents } from './queries.ts';
import { leftToTell, toldOfCallers } from './told.ts';

type Database = Kysely<Schema>;

const DAY = 86_400_000;
const longestMonth = 31;
/** A step stands on so many incidents at most: the newest say enough. */
const MOST_LINKED = 50;
const MOST_SHOWN = 100;

interface Asked extends Now {
  rule: MeasuresRule;
  /** The public holidays of the years that deadlines can fall in. */
  holidays: ReadonlySet<string>;
}

async function pastIncidents(database: Database, callerIds: readonly number[], since: number) {
  const rows = await countedIncidents(database)
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

/** What a history calls for, and that history, newest first. */
interface Described {
  about: Omit<ToDecide, 'incidents'>;
  past: readonly PastIncident[];
}

interface History {
  caller: { id: number; displayName: string };
  past: readonly PastIncident[];
  measures: readonly PastMeasure[];
  /** What the caller was told, the newest first. */
  told: readonly Told[];
  /** When incidents happened that were left and of which the caller is still to hear. */
  leftToTell: readonly number[];
  bans: ToDecide['bans'];
}

function describe(
  { caller, past, measures, told, leftToTell, bans }: History,
  { now, timeZone, rule, holidays }: Asked,
): Described {
  const next = nextStep(past, measures, rule, now);
  const all = openIncidents(past, measures, now);
  const open = next?.open ?? all;
  const calling = next ? open.map(({ occurredAt }) => occurredAt).filter((at) => at >= next.leading.occurredAt) : [];
  const toAnswer = [...calling, ...all.map(({ occurredAt }) => occurredAt).filter((at) => at > now), ...leftToTell];
  const since = Math.min(...toAnswer);
  const about = {
    callerId: caller.id,
    callerName: caller.displayName,
    proposal: next?.proposal ?? null,
    openIncidentIds: open.slice(0, MOST_LINKED).map(({ id }) => id),
    answerBefore: answerBefore(
      toAnswer,
      told.map(({ recordedAt }) => recordedAt),
      now,
    ),
    told: told.find(({ recordedAt }) => recordedAt >= since) ?? null,
    bans,
    policeBefore: next?.proposal.considerPolice
      ? workingDayAfter(dayOf(next.leading.occurredAt, timeZone), policeReportWorkingDays, holidays)
      : null,
    terms: termsFrom(dayOf(now, timeZone), rule),
  };
  return { about, past };
}

async function describeAll(database: Database, callerIds: readonly number[], asked: Asked): Promise<Described[]> {
  if (callerIds.length === 0) return [];
  const { now, timeZone, rule } = asked;
  const since = now - (rule.recurrenceMonths * longestMonth + rule.decideWithinDays) * DAY;
  const incidents = await pastIncidents(database, callerIds, since);
  const measures = await pastMeasures(database, callerIds, timeZone);
  const told = await toldOfCallers(database, callerIds);
  const left = await leftToTell(database, callerIds);
  const bans = Map.groupBy(await bansInForce(database, callerIds, asked), ({ callerId }) => callerId);
  const callers = await database
    .selectFrom('caller')
    .select(['id', 'displayName'])
    .where('id', 'in', callerIds)
    .execute();
  return callers.map((caller) => {
    const past = (incidents.get(caller.id) ?? []).toSorted((a, b) => b.occurredAt - a.occurredAt);
    const history = {
      ...{ caller, past, measures: measures.get(caller.id) ?? [], told: told.get(caller.id) ?? [] },
      leftToTell: (left.get(caller.id) ?? []).map(({ occurredAt }) => occurredAt),
      bans: bans.get(caller.id) ?? [],
    };
    return describe(history, asked);
  });
}

async function withIncidents(database: Database, described: readonly Described[]): Promise<ToDecide[]> {
  const shown = described.map(({ about, past }) => ({ about, ids: past.slice(0, MOST_LINKED).map(({ id }) => id) }));
  const incidents = await readLinkedIncidents(
    database,
    shown.flatMap(({ ids }) => ids),
  );
  const linked = new Map(incidents.map((incident) => [incident.id, incident]));
  return shown.map(({ about, ids }) => ({ ...about, incidents: ids.flatMap((id) => linked.get(id) ?? []) }));
}

/** What the history of a caller calls for, with no proposal where it calls for nothing; null for nobody. */
export async function readProposal(database: Database, callerId: number, asked: Asked): Promise<ToDecide | null> {
  const [found] = await withIncidents(database, await describeAll(database, [callerId], asked));
  return found ?? null;
}

/** Callers whose recent incidents call for a step that nobody took, the most recent first. */
export async function readToDecide(database: Database, asked: Asked): Promise<ToDecide[]> {
  const since = asked.now - asked.rule.decideWithinDays * DAY;
  const recent = await countedIncidents(database)
    .leftJoin('leftUndecided', 'leftUndecided.incidentId', 'incident.id')
    .select('incident.callerId')
    .distinct()
    .where('incident.occurredAt', '>', since)
    .where('incident.callerId', 'is not', null)
    .where('leftUndecided.at', 'is', null)
    .execute();
  const callerIds = recent.flatMap(({ callerId }) => (callerId === null ? [] : [callerId]));
  const waiting = (await describeAll(database, callerIds, asked))
    .filter(({ about, past }) => {
      const newestOpen = past.find(({ id }) => id === about.openIncidentIds[0]);
      if (!newestOpen) return false;
      // What a clock that was ahead dated after now calls for a look today, and not then.
      return newestOpen.occurredAt > asked.now || (about.proposal !== null && newestOpen.occurredAt > since);
    })
    .sort((a, b) => (b.past[0]?.occurredAt ?? 0) - (a.past[0]?.occurredAt ?? 0));
  return withIncidents(database, waiting.slice(0, MOST_SHOWN));
}
