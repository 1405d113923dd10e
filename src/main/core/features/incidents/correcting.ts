import type { Kysely } from 'kysely';
import type { IncidentCorrection, IncidentFacts } from '../../../../shared/contract/incidents.ts';
import { incidents as contract } from '../../../../shared/contract/incidents.ts';
import { proceduresOf } from '../../procedures.ts';
import { changedFields } from '../../rules/incidentVersions.ts';
import { dayOf, instantOf, timeOf } from '../../rules/practiceTime.ts';
import type { Schema } from '../../store/schema.ts';
import { beginAftercare } from '../aftercare/beginAftercare.ts';
import { settleAftercare } from '../aftercare/withdrawing.ts';
import { isIncidentRestricted } from '../privacy/restrictions.ts';
import type { Unlocked } from '../session/unlocked.ts';
import { forgetLink, mayChange, maySee, readable, readFacts, writeFacts } from './facts.ts';
import { eachOnce, readReporter } from './people.ts';
import { keepVersion, readChanges, readRestingMeasures } from './versions.ts';

const { unlocked } = proceduresOf({ incidents: contract });

function corrected(facts: IncidentFacts, { happened, ...change }: IncidentCorrection, timeZone: string): IncidentFacts {
  const occurredAt = happened ? instantOf(happened.day, happened.time, timeZone) : facts.occurredAt;
  return { ...facts, ...change, occurredAt };
}

interface Correcting extends Pick<Unlocked, 'houseRules' | 'user'> {
  now: number;
  timeZone: string;
}

/** Changes an incident and keeps what it was; null when there is none that this worker may change. */
export async function correctIncident(
  database: Kysely<Schema>,
  { incidentId, correction, why }: { incidentId: number; correction: IncidentCorrection; why: string },
  { user, now, timeZone, houseRules }: Correcting,
) {
  if (!(await mayChange(database, incidentId, user))) return null;
  const before = await readFacts(database, incidentId);
  const changed = await eachOnce(database, incidentId, corrected(before, correction, timeZone));
  const fields = changedFields(before, changed);
  const isFuture = changed.occurredAt > now;
  if (isFuture || fields.length === 0) return { before, fields, isFuture };
  await keepVersion(database, incidentId, before, { by: user.id, at: now, how: 'corrected', why });
  await writeFacts(database, incidentId, before, changed);
  await beginAftercare(database, incidentId, houseRules.aftercare, now);
  await settleAftercare(database, incidentId, { by: user.id, at: now });
  if (changed.callerId !== before.callerId) await forgetLink(database, incidentId);
  return { before, fields, isFuture };
}

/** How an incident is changed once it is there, with what it was kept. */
export const correcting = {
  correctable: unlocked.incidents.correctable.handler(async ({ context, input: { incidentId }, errors }) => {
    const { database, user, timeZone } = context;
    if (!(await mayChange(database, incidentId, user))) throw errors.NOT_FOUND();
    if (await isIncidentRestricted(database, incidentId)) throw errors.RESTRICTED();
    const [facts] = await readable(database, [await readFacts(database, incidentId)]);
    const reporterId = await readReporter(database, incidentId);
    if (!facts || reporterId === null) throw errors.NOT_FOUND();
    return {
      ...{ facts, reporterId },
      happened: { day: dayOf(facts.occurredAt, timeZone), time: timeOf(facts.occurredAt, timeZone) },
      measures: await readRestingMeasures(database, incidentId),
    };
  }),

  correct: unlocked.incidents.correct.handler(async ({ context, input, errors }) => {
    const { database } = context;
    const { incidentId } = input;
    await database.transaction().execute(async (transaction) => {
      if (await isIncidentRestricted(transaction, incidentId)) throw errors.RESTRICTED();
      const done = await correctIncident(transaction, input, context);
      if (!done) throw errors.NOT_FOUND();
      if (done.isFuture) throw errors.FIELD({ data: { field: 'happened', problem: 'future' } });
      if (done.fields.length > 0) await context.audit(transaction, `incident ${incidentId}`);
    });
    context.changed('incidents', 'contacts', 'callers', 'breaks', 'review', 'measures', 'aftercare');
  }),

  changes: unlocked.incidents.changes.handler(async ({ context, input: { incidentId }, errors }) => {
    const { database, user } = context;
    if (!(await maySee(database, incidentId, user))) throw errors.NOT_FOUND();
    if (await isIncidentRestricted(database, incidentId)) throw errors.RESTRICTED();
    await context.auditSeen(`incident ${incidentId}`);
    return {
      changes: await readChanges(database, incidentId),
      measures: await readRestingMeasures(database, incidentId),
    };
  }),
};
