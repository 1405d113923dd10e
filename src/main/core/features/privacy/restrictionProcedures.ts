import { privacy as contract } from '../../../../shared/contract/privacy.ts';
import type { ChangedFeature } from '../../../../shared/contract/session.ts';
import { proceduresOf } from '../../procedures.ts';
import { answerRequest, findRequest } from './requests.ts';
import { insertRestriction, liftRestriction, readRestrictions } from './restrictions.ts';

const { unlocked } = proceduresOf({ privacy: contract });

/** What shows more or less of a caller from then on. */
const restrictionChanges: readonly ChangedFeature[] = [
  ...(['privacy', 'callers', 'measures', 'incidents', 'attachments', 'review'] as const),
];

/** Keeping what there is of a caller, and doing nothing else with it. */
export const restrictionProcedures = {
  restrictions: unlocked.privacy.restrictions.handler(({ context }) => readRestrictions(context.database)),

  restrict: unlocked.privacy.restrict.handler(async ({ context, input, errors }) => {
    const { database, user, now } = context;
    const { requestId, ground, reason } = input;
    await database.transaction().execute(async (transaction) => {
      const request = await findRequest(transaction, requestId);
      if (!request?.callerId || request.answeredAt !== null) throw errors.NOT_FOUND();
      const { callerId, kind } = request;
      // One that was asked for by itself stays until somebody lifts it, whatever becomes of the request.
      const waitsFor = kind === 'restriction' ? null : requestId;
      const row = { callerId, requestId: waitsFor, ground, reason, setBy: user.id, setAt: now };
      if (!(await insertRestriction(transaction, row))) throw errors.RESTRICTED_ALREADY();
      if (kind === 'restriction') {
        const answered = { outcome: 'done', answer: reason, answeredBy: user.id, answeredAt: now } as const;
        await answerRequest(transaction, requestId, answered);
      }
      await context.audit(transaction, `caller ${callerId}`);
    });
    context.changed(...restrictionChanges);
  }),

  liftRestriction: unlocked.privacy.liftRestriction.handler(async ({ context, input, errors }) => {
    const { database, user, now } = context;
    await database.transaction().execute(async (transaction) => {
      const lifting = { liftedBy: user.id, liftedAt: now, liftedReason: input.reason };
      const callerId = await liftRestriction(transaction, 'id', input.restrictionId, lifting);
      if (callerId === null) throw errors.NOT_FOUND();
      await context.audit(transaction, `caller ${callerId}`);
    });
    context.changed(...restrictionChanges);
  }),
};
