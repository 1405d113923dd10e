import { distress as contract } from '../../../../shared/contract/distress.ts';
import { proceduresOf } from '../../procedures.ts';
import { kindOfFinding, mayOpen } from '../../rules/concern.ts';
import { dayOf, rangeOfDay } from '../../rules/practiceTime.ts';
import { standingCaller } from '../callers/callerFor.ts';
import { readCutoff } from '../privacy/terms.ts';
import {
  completeConcern,
  insertConcern,
  linkConcern,
  readConcern,
  readConcernsOfCaller,
  readOwnConcerns,
  readRegister,
} from './queries.ts';

const { unlocked } = proceduresOf({ distress: contract });

/** The register of calls of concern, apart from everything that is kept about incidents. */
export const concernProcedures = {
  record: unlocked.distress.record.handler(async ({ context, input }) => {
    const { database, user, now } = context;
    const kind = kindOfFinding(input.finding);
    // A talk with somebody lonely is whole as it is; who took over from a crisis is added when the call is over.
    const completedAt = kind === 'lonely' || input.handedOverTo === 'nobody' ? now : null;
    const concernId = await database.transaction().execute(async (transaction) => {
      const callerId = await standingCaller(transaction, input.callerId);
      const recorded = { ...input, callerId, kind, userId: user.id, occurredAt: now, completedAt };
      const id = await insertConcern(transaction, recorded);
      await context.audit(transaction, `concern ${id}`);
      return id;
    });
    context.changed('distress', 'breaks', 'callers');
    return { concernId };
  }),

  complete: unlocked.distress.complete.handler(async ({ context, input, errors }) => {
    const { database, user, now, timeZone } = context;
    const { concernId, completion, done } = input;
    await database.transaction().execute(async (transaction) => {
      const found = await readConcern(transaction, concernId);
      if (!found || !mayOpen(found, user, now, timeZone)) throw errors.NOT_FOUND();
      await completeConcern(transaction, concernId, completion, { userId: user.id, now, done });
      if (done) await context.audit(transaction, `concern ${concernId}`);
    });
    context.changed('distress', 'breaks');
  }),

  linkCaller: unlocked.distress.linkCaller.handler(async ({ context, input, errors }) => {
    const { database, user, now, timeZone } = context;
    const { concernId } = input;
    await database.transaction().execute(async (transaction) => {
      const found = await readConcern(transaction, concernId);
      if (!found || !mayOpen(found, user, now, timeZone)) throw errors.NOT_FOUND();
      const callerId = await standingCaller(transaction, input.callerId);
      await linkConcern(transaction, concernId, callerId, { correctedAt: now, correctedBy: user.id });
      await context.audit(transaction, `concern ${concernId}`);
    });
    context.changed('distress', 'callers');
  }),

  ownToday: unlocked.distress.ownToday.handler(({ context: { database, user, now, timeZone } }) =>
    readOwnConcerns(database, user.id, rangeOfDay(dayOf(now, timeZone), timeZone).from),
  ),

  detail: unlocked.distress.detail.handler(async ({ context, input, errors }) => {
    const { database, user, now, timeZone } = context;
    const found = await readConcern(database, input.concernId);
    if (!found || !mayOpen(found, user, now, timeZone)) throw errors.NOT_FOUND();
    await context.auditSeen(`concern ${input.concernId}`);
    return found.concern;
  }),

  register: unlocked.distress.register.handler(async ({ context: { database, now, timeZone, auditSeen } }) => {
    const register = await readRegister(database, await readCutoff(database, 'concerns', now, timeZone));
    await auditSeen('concerns');
    return register;
  }),

  ofCaller: unlocked.distress.ofCaller.handler(async ({ context, input }) => {
    const { database, user, now, timeZone } = context;
    const rows = await readConcernsOfCaller(
      database,
      input.callerId,
      await readCutoff(database, 'concerns', now, timeZone),
    );
    // Where there is nothing, nothing was seen.
    if (rows.length > 0) await context.auditSeen(`caller ${input.callerId}`);
    return rows.map(({ id, occurredAt, workerName, userId, kind, finding, handedOverTo }) => {
      const mayKnow = user.role === 'manager' || userId === user.id;
      return { id, at: occurredAt, workerName, kind, handedOverTo, finding: mayKnow ? finding : null };
    });
  }),
};
