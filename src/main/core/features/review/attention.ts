import type { Kysely } from 'kysely';
import type { Attention, LateItem } from '../../../../shared/contract/review.ts';
import type { CurrentUser } from '../../../../shared/contract/session.ts';
import { logNeedsLook } from '../../rules/auditSubject.ts';
import { isBackupLate } from '../../rules/lastBackup.ts';
import { dayOf, rangeOfDay } from '../../rules/practiceTime.ts';
import { isErasingLate } from '../../rules/retention.ts';
import type { CoreServices } from '../../services.ts';
import type { Schema } from '../../store/schema.ts';
import { readRunning } from '../aftercare/queries.ts';
import { readLast } from '../audit/queries.ts';
import { readOpen } from '../handOvers/queries.ts';
import { holidaysAround } from '../measures/holidays.ts';
import { readToDecide } from '../measures/proposals.ts';
import { readToTell } from '../measures/told.ts';
import { reportBefore } from '../policeReports/reportBefore.ts';
import { readOpenRequests } from '../privacy/requests.ts';
import { readLastTrial } from '../privacy/trial.ts';
import type { Unlocked } from '../session/unlocked.ts';
import { readPutBack } from '../team/accessAfter.ts';

type Database = Kysely<Schema>;

interface Asking extends Pick<Unlocked, 'database' | 'houseRules' | 'user'> {
  core: CoreServices;
  now: number;
  timeZone: string;
}

async function lateHandOvers(database: Database, user: CurrentUser, now: number): Promise<LateItem[]> {
  const late = (await readOpen(database, user, now)).filter(({ state }) => state === 'late');
  return late.map(({ id, kind, dueAt, receiverName, receiverRole, callerId, callerName }) => ({
    ...{ kind: 'handOver', since: dueAt, handOverId: id, what: kind },
    ...{ receiverName, receiverRole, callerId, callerName },
  }));
}

/** Reports to the police that were decided on and not made within the days that they should be. */
async function lateReports({ core, database, now, timeZone }: Asking): Promise<LateItem[]> {
  const decided = await database
    .selectFrom('measure')
    .innerJoin('caller', 'caller.id', 'measure.callerId')
    .innerJoin('measureIncident', 'measureIncident.measureId', 'measure.id')
    .innerJoin('incident', 'incident.id', 'measureIncident.incidentId')
    .leftJoin('policeReport', 'policeReport.measureId', 'measure.id')
    .select(['measure.id', 'measure.callerId', 'caller.displayName'])
    .select(({ fn }) => fn.max('incident.occurredAt').as('newestAt'))
    .where('measure.step', '=', 'policeReport')
    .where('measure.liftedAt', 'is', null)
    .where('policeReport.reportedOn', 'is', null)
    .groupBy(['measure.id', 'measure.callerId', 'caller.displayName'])
    .execute();
  const today = dayOf(now, timeZone);
  const late: LateItem[] = [];
  for (const { id, callerId, displayName, newestAt } of decided) {
    const before = await reportBefore(core, newestAt, timeZone);
    if (before >= today) continue;
    const since = rangeOfDay(before, timeZone).until;
    late.push({ kind: 'policeReport', since, callerId, callerName: displayName, measureId: id });
  }
  return late;
}

function lateBackup({ core, now, timeZone }: Asking): LateItem[] {
  const lastAt = core.session.lastBackupAt();
  if (!isBackupLate(lastAt, now)) return [];
  return [{ kind: 'backup', since: lastAt ?? rangeOfDay(dayOf(now, timeZone), timeZone).from, lastAt }];
}

async function uncheckedAccess({ database }: Asking): Promise<LateItem[]> {
  const since = await readPutBack(database);
  return since === null ? [] : [{ kind: 'access', since }];
}

async function lateErasing({ database, now, timeZone }: Asking): Promise<LateItem[]> {
  const last = await readLastTrial(database);
  if (last === null || last.oldestOverAt === null || !isErasingLate(last.oldestOverAt, now, timeZone)) return [];
  return [{ kind: 'retention', since: last.oldestOverAt, goes: last.goes }];
}

async function logToLookAt({ database }: Asking): Promise<LateItem[]> {
  const found = logNeedsLook({
    check: await readLast(database, 'audit.verify'),
    shorter: await readLast(database, 'audit.shorter'),
    behind: await readLast(database, 'clock.behind'),
  });
  return found ? [{ kind: 'log', ...found }] : [];
}

function openObjections(database: Database): Promise<Attention['objections']> {
  return database
    .selectFrom('objection')
    .innerJoin('measure', 'measure.id', 'objection.measureId')
    .innerJoin('caller', 'caller.id', 'measure.callerId')
    .select(['measure.id as measureId', 'measure.callerId', 'caller.displayName as callerName', 'objection.receivedOn'])
    .where('objection.answeredAt', 'is', null)
    .orderBy('objection.receivedOn')
    .execute();
}

/** What is late and what waits for a decision, of everything that has a clock. */
export async function readAttention(asking: Asking): Promise<Attention> {
  const { core, database, now, timeZone, user, houseRules } = asking;
  const holidays = await holidaysAround(core, now, timeZone);
  const waiting = await readToDecide(database, { now, timeZone, rule: houseRules.measures, holidays });
  const running = await readRunning(database, { now, timeZone, rule: houseRules.aftercare, holidays });
  const late: LateItem[] = [...(await lateHandOvers(database, user, now)), ...(await lateReports(asking))];
  for (const { id, workerName, next } of running) {
    if (next?.state === 'late') {
      late.push({ kind: 'aftercare', since: next.dueBy, aftercareId: id, workerName, step: next.step });
    }
  }
  for (const { callerId, callerName, answerBefore, policeBefore } of waiting) {
    if (answerBefore !== null && answerBefore <= now) {
      late.push({ kind: 'answer', since: answerBefore, callerId, callerName, measureId: null });
    }
    if (policeBefore !== null && policeBefore < dayOf(now, timeZone)) {
      const since = rangeOfDay(policeBefore, timeZone).until;
      late.push({ kind: 'policeReport', since, callerId, callerName, measureId: null });
    }
  }
  for (const { callerId, callerName, measure, answerBefore } of await readToTell(database, now)) {
    if (answerBefore > now) continue;
    late.push({ kind: 'answer', since: answerBefore, callerId, callerName, measureId: measure?.id ?? null });
  }
  return {
    // People before papers: a colleague who was not talked to stands first.
    late: [
      ...(await logToLookAt(asking)),
      ...lateBackup(asking),
      ...(await uncheckedAccess(asking)),
      ...(await lateErasing(asking)),
      ...late,
    ].sort((a, b) => Number(b.kind === 'aftercare') - Number(a.kind === 'aftercare') || a.since - b.since),
    toDecide: waiting.map(({ callerId, callerName, proposal, answerBefore }) => ({
      ...{ callerId, callerName, answerBefore },
      step: proposal?.step ?? null,
      months: proposal?.months ?? null,
    })),
    objections: await openObjections(database),
    requests: await readOpenRequests(database, { now, timeZone }),
    aftercare: { running: running.length, onTime: running.filter(({ next }) => next?.state !== 'late').length },
  };
}
