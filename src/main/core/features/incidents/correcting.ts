import type { IncidentCorrection, IncidentFacts } from '../../../../shared/contract/incidents.ts';
import { unlocked } from '../../procedures.ts';
import { changedFields } from '../../rules/incidentVersions.ts';
import { dayOf, instantOf, timeOf } from '../../rules/practiceTime.ts';
import { beginAftercare } from '../aftercare/beginAftercare.ts';
import { settleAftercare } from '../aftercare/withdrawing.ts';
import { isIncidentRestricted } from '../privacy/restrictions.ts';
import { forgetLink, mayChange, maySee, readable, readFacts, writeFacts } from './facts.ts';
import { eachOnce, readReporter } from './people.ts';
import { keepVersion, readChanges, readRestingMeasures } from './versions.ts';

function corrected(facts: IncidentFacts, { happened, ...change }: IncidentCorrection, timeZone: string): IncidentFacts {
  const occurredAt = happened ? instantOf(happened.day, happened.time, timeZone) : facts.occurredAt;
  return { ...facts, ...change, occurredAt };
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
    const { database, user, now, timeZone, houseRules } = context;
    const { incidentId, correction, why } = input;
    await database.transaction().execute(async (transaction) => {
      if (!(await mayChange(transaction, incidentId, user))) throw errors.NOT_FOUND();
      if (await isIncidentRestricted(transaction, incidentId)) throw errors.RESTRICTED();
      const facts = await readFacts(transaction, incidentId);
      const changed = await eachOnce(transaction, incidentId, corrected(facts, correction, timeZone));
      if (changed.occurredAt > now) throw errors.FIELD({ data: { field: 'happened', problem: 'future' } });
      if (changedFields(facts, changed).length === 0) return;
      await keepVersion(transaction, incidentId, facts, { by: user.id, at: now, how: 'corrected', why });
      await writeFacts(transaction, incidentId, facts, changed);
      await beginAftercare(transaction, incidentId, houseRules.aftercare, now);
      await settleAftercare(transaction, incidentId, { by: user.id, at: now });
      if (changed.callerId !== facts.callerId) await forgetLink(transaction, incidentId);
      await context.audit(transaction, `incident ${incidentId}`);
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
