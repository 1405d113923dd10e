import type { Kysely } from 'kysely';
import type { AftercareOfWorker, MetIncident, Offer } from '../../../../shared/contract/aftercare.ts';
import type { AftercareRule } from '../../../../shared/contract/settings.ts';
import { aftercareClock, type Presence, stepsToOffer } from '../../rules/aftercare.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import type { Schema } from '../../store/schema.ts';
import { incidentKinds } from '../incidents/queries.ts';
import { readDays } from '../team/workingDays.ts';
import { absencesByWorker } from './absences.ts';
import { workersWhoMet } from './beginAftercare.ts';

type Database = Kysely<Schema>;

/** What is needed to read a clock. */
export interface Setting {
  now: number;
  timeZone: string;
  rule: AftercareRule;
  holidays: ReadonlySet<string>;
}

/** For so long after an incident a worker sees it among those to ask aftercare for: as long as the clock runs. */
const ASKED_WITHIN = 8 * 7 * 86_400_000;
const SHOWN_TO_ASK = 5;

function aftercareRows(database: Database) {
  return database
    .selectFrom('aftercare')
    .leftJoin('incident', 'incident.id', 'aftercare.incidentId')
    .innerJoin('user as worker', 'worker.id', 'aftercare.userId')
    .leftJoin('user as closer', 'closer.id', 'aftercare.closedBy')
    .selectAll('aftercare')
    .select(['incident.occurredAt', 'incident.severity', 'worker.name as workerName', 'worker.workingDays'])
    .select('closer.name as closerName');
}

type AftercareQuery = ReturnType<typeof aftercareRows>;
type AftercareRow = Awaited<ReturnType<AftercareQuery['executeTakeFirstOrThrow']>>;

async function offersOf(database: Database, aftercareIds: readonly number[]) {
  const rows =
    aftercareIds.length === 0
      ? []
      : await database
          .selectFrom('aftercareOffer')
          .innerJoin('user', 'user.id', 'aftercareOffer.offeredBy')
          .select(['aftercareOffer.id', 'aftercareId', 'step', 'offeredAt', 'user.name as offeredByName'])
          .select(['agreed', 'acceptedAt', 'outcome', 'answeredAt'])
          .where('aftercareId', 'in', aftercareIds)
          .orderBy('aftercareOffer.id')
          .execute();
  const offers = Map.groupBy(rows, ({ aftercareId }) => aftercareId);
  return (id: number): Offer[] => (offers.get(id) ?? []).map(({ aftercareId: _, ...offer }) => offer);
}

function clockOf(row: AftercareRow, offers: readonly Offer[], presence: Presence, { rule, now }: Setting) {
  const answers = offers.flatMap(({ step, outcome, answeredAt }) =>
    outcome === null || answeredAt === null ? [] : [{ step, taken: outcome === 'taken', at: answeredAt }],
  );
  return aftercareClock({ startedAt: row.startedAt, answers, rule, presence }, now);
}

type Kinds = Awaited<ReturnType<typeof incidentKinds>>;

function incidentOf({ incidentId, occurredAt, severity }: AftercareRow, kinds: Kinds): MetIncident | null {
  if (incidentId === null || occurredAt === null || severity === null) return null;
  return { id: incidentId, occurredAt, severity, behaviours: kinds(incidentId).behaviours };
}

/** Aftercare as it stands on its clock now. */
export async function readAftercare(
  database: Database,
  setting: Setting,
  narrow: (query: AftercareQuery) => AftercareQuery,
): Promise<AftercareOfWorker[]> {
  const { now, timeZone, holidays } = setting;
  const rows = await narrow(aftercareRows(database)).execute();
  const offers = await offersOf(
    database,
    rows.map(({ id }) => id),
  );
  const kinds = await incidentKinds(
    database,
    rows.flatMap(({ incidentId }) => incidentId ?? []),
  );
  const earliest = Math.min(now, ...rows.map(({ startedAt }) => startedAt));
  const userIds = [...new Set(rows.map(({ userId }) => userId))];
  const absences = await absencesByWorker(database, userIds, dayOf(earliest, timeZone));
  return rows.map((row) => {
    const { id, userId, workerName, startedAt, closedAt, closerName } = row;
    const made = offers(id);
    const presence = { timeZone, holidays, workingDays: readDays(row.workingDays) };
    const clock = clockOf(row, made, { ...presence, absences: absences.get(userId) ?? [] }, setting);
    return {
      ...{ id, userId, workerName, startedAt, incident: incidentOf(row, kinds) },
      requested: row.requested === 1,
      closed: closedAt === null ? null : { at: closedAt, byName: closerName ?? '', withdrawn: row.withdrawn },
      steps: clock.steps,
      next: closedAt === null ? clock.next : null,
      mayOffer: closedAt === null ? stepsToOffer(clock, now) : [],
      offers: made,
    };
  });
}

/** What runs for one worker, the newest first. */
export function readOwnRunning(database: Database, setting: Setting, userId: number): Promise<AftercareOfWorker[]> {
  return readAftercare(database, setting, (query) =>
    query
      .where('aftercare.userId', '=', userId)
      .where('aftercare.closedAt', 'is', null)
      .orderBy('aftercare.startedAt', 'desc'),
  );
}

/** What was taken back for one worker since an instant, the newest first. */
export function readOwnWithdrawn(database: Database, setting: Setting, userId: number, since: number) {
  return readAftercare(database, setting, (query) =>
    query
      .where('aftercare.userId', '=', userId)
      .where('aftercare.withdrawn', 'is not', null)
      .where('aftercare.closedAt', '>', since)
      .orderBy('aftercare.closedAt', 'desc'),
  );
}

/** One that was asked for after a call and waits for its first support stands for another call too. */
export const waitsAfterCall = ({ incident, next }: AftercareOfWorker): boolean =>
  incident === null && next?.step === 'first';

const order = ['late', 'due', 'later'];

/** What is late first, then what is due, then what comes, each by its time. */
function byUrgency(one: AftercareOfWorker, other: AftercareOfWorker): number {
  const rank = ({ next }: AftercareOfWorker) => order.indexOf(next?.state ?? 'later');
  return rank(one) - rank(other) || (one.next?.dueBy ?? 0) - (other.next?.dueBy ?? 0);
}

/** What runs for the people of the team, and those of the invented practice. */
export async function readRunning(database: Database, setting: Setting): Promise<AftercareOfWorker[]> {
  const running = await readAftercare(database, setting, (query) =>
    query
      .where('aftercare.closedAt', 'is', null)
      .where((where) => where.or([where('worker.active', '=', 1), where('worker.demo', '=', 1)])),
  );
  return running.sort(byUrgency);
}

/** The incidents of the last weeks that a worker met and has no aftercare for, newest first. */
export async function readToAskFor(database: Database, userId: number, now: number): Promise<MetIncident[]> {
  const rows = await workersWhoMet(database)
    .leftJoin('aftercare', (join) =>
      join
        .onRef('aftercare.incidentId', '=', 'incident.id')
        .on('aftercare.userId', '=', userId)
        // What was taken back because it is a second record is asked for at the incident itself.
        .on(({ or, eb }) => or([eb('aftercare.closedAt', 'is', null), eb('aftercare.withdrawn', 'is not', null)])),
    )
    .select('incident.occurredAt')
    .where('met.userId', '=', userId)
    .where('incident.occurredAt', '>', now - ASKED_WITHIN)
    .where('aftercare.id', 'is', null)
    .orderBy('incident.occurredAt', 'desc')
    .limit(SHOWN_TO_ASK)
    .execute();
  const kinds = await incidentKinds(
    database,
    rows.map(({ incidentId }) => incidentId),
  );
  return rows.map(({ incidentId, occurredAt, severity }) => ({
    ...{ id: incidentId, occurredAt, severity },
    behaviours: kinds(incidentId).behaviours,
  }));
}
