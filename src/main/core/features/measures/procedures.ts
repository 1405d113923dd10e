import type { Measure } from '../../../../shared/contract/measures.ts';
import { measures as contract } from '../../../../shared/contract/measures.ts';
import { proceduresOf } from '../../procedures.ts';
import { isToReview } from '../../rules/contactBan.ts';
import { dayOf, weekOf } from '../../rules/practiceTime.ts';
import { restrictionOf } from '../privacy/restrictions.ts';
import { deciding } from './deciding.ts';
import { answerObjection, insertObjection, isAnswered, objectionsOf } from './objectionQueries.ts';
import { onePicture } from './onePicture.ts';
import { incidentsOfMeasure, measuresOfCaller, readMeasure, readMeasures, updateMeasure } from './queries.ts';

const { unlocked } = proceduresOf({ measures: contract });

const SHOWN_PAST = 200;
const inForce: readonly Measure['state'][] = ['running', 'planned'];

export const measures = {
  ...deciding,

  lift: unlocked.measures.lift.handler(async ({ context, input, errors }) => {
    const { database, now, timeZone, user } = context;
    await database.transaction().execute(async (transaction) => {
      const found = await readMeasure(transaction, { now, timeZone }, input.measureId);
      if (!found) throw errors.NOT_FOUND();
      if (!inForce.includes(found.state)) throw errors.NOT_RUNNING();
      const lifted = { liftedAt: now, liftedBy: user.id, liftedReason: input.reason };
      await updateMeasure(transaction, found.id, lifted);
      await context.audit(transaction, `measure ${found.id}`);
    });
    context.changed('measures', 'callers', 'letters');
  }),

  markReviewed: unlocked.measures.markReviewed.handler(async ({ context, input, errors }) => {
    const { database, now, timeZone, user } = context;
    await database.transaction().execute(async (transaction) => {
      const found = await readMeasure(transaction, { now, timeZone }, input.measureId);
      if (!found) throw errors.NOT_FOUND();
      if (found.state !== 'running') throw errors.NOT_RUNNING();
      await updateMeasure(transaction, found.id, { reviewedAt: now, reviewedBy: user.id });
      await context.audit(transaction, `measure ${found.id}`);
    });
    context.changed('measures');
  }),

  noteOutcome: unlocked.measures.noteOutcome.handler(async ({ context, input, errors }) => {
    await context.database.transaction().execute(async (transaction) => {
      const isThere = await updateMeasure(transaction, input.measureId, { outcome: input.outcome });
      if (!isThere) throw errors.NOT_FOUND();
      await context.audit(transaction, `measure ${input.measureId}`);
    });
    context.changed('measures');
  }),

  recordObjection: unlocked.measures.recordObjection.handler(async ({ context, input }) => {
    const { database, now, user } = context;
    const objectionId = await database.transaction().execute(async (transaction) => {
      const id = await insertObjection(transaction, { ...input, recordedBy: user.id, recordedAt: now });
      await context.audit(transaction, `objection ${id}`);
      return id;
    });
    context.changed('measures', 'letters');
    return { objectionId };
  }),

  answerObjection: unlocked.measures.answerObjection.handler(async ({ context, input, errors }) => {
    const { database, now, user } = context;
    await database.transaction().execute(async (transaction) => {
      const answered = await isAnswered(transaction, input.objectionId);
      if (answered === undefined) throw errors.NOT_FOUND();
      if (answered) throw errors.ANSWERED();
      const answer = { outcome: input.outcome, answer: input.text, answeredBy: user.id, answeredAt: now };
      await answerObjection(transaction, input.objectionId, answer);
      await context.audit(transaction, `objection ${input.objectionId}`);
    });
    context.changed('measures');
  }),

  register: unlocked.measures.register.handler(async ({ context: { database, now, timeZone } }) => {
    const today = dayOf(now, timeZone);
    const sunday = weekOf(today, timeZone).at(-1) ?? today;
    const moment = { now, timeZone };
    const running = await readMeasures(database, moment, (query) =>
      query
        .where('measure.lastDay', '>=', today)
        .where('measure.liftedAt', 'is', null)
        .where('measure.replacedAt', 'is', null)
        .orderBy('measure.lastDay'),
    );
    const newest = await readMeasures(database, moment, (query) =>
      query.orderBy('measure.decidedAt', 'desc').limit(SHOWN_PAST),
    );
    const bans = running.filter(({ step }) => step === 'contactBan');
    return {
      running,
      lapsingIds: bans.filter(({ lastDay }) => lastDay !== null && lastDay <= sunday).map(({ id }) => id),
      toReviewIds: bans.filter((ban) => ban.state === 'running' && isToReview(ban, sunday, now)).map(({ id }) => id),
      past: newest.filter(({ state }) => !inForce.includes(state)),
    };
  }),

  detail: unlocked.measures.detail.handler(async ({ context, input, errors }) => {
    const { database, now, timeZone } = context;
    const moment = { now, timeZone };
    const measure = await readMeasure(database, moment, input.measureId);
    if (!measure) throw errors.NOT_FOUND();
    await context.audit(database, `measure ${measure.id}`);
    return {
      measure,
      incidents: await incidentsOfMeasure(database, measure),
      objections: await objectionsOf(database, measure.id),
      ofCaller: await measuresOfCaller(database, moment, measure.callerId),
    };
  }),

  ofCaller: unlocked.measures.ofCaller.handler(async ({ context, input }) => {
    const { database, now, timeZone } = context;
    const found = await measuresOfCaller(database, { now, timeZone }, input.callerId);
    const running = found.filter(({ state }) => state === 'running');
    // What ended was written before, and is not shown while it is restricted.
    const isRestricted = (await restrictionOf(database, input.callerId)) !== null;
    return {
      bans: onePicture(running),
      warnings: running.flatMap(({ id, step, reason, decidedAt, lastDay }) =>
        step === 'warning' && lastDay !== null ? [{ id, reason, decidedAt, lastDay }] : [],
      ),
      others: found
        .filter(({ state }) => (isRestricted ? state === 'planned' : state !== 'running'))
        .map(({ id, step, state, decidedAt, from, lastDay }) => ({ id, step, state, decidedAt, from, lastDay })),
    };
  }),
};
