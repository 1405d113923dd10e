import { privacy as contract } from '../../../../shared/contract/privacy.ts';
import { createI18n } from '../../../../shared/i18n/index.ts';
import { proceduresOf } from '../../procedures.ts';
import { isCancelled, isStopped, Stopped } from '../../progress.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import { missingInAnswer } from '../../rules/privacyRequest.ts';
import { listBackups } from '../../store/backupFiles.ts';
import { forgetErased, inSmallParts } from '../../store/overTerm.ts';
import { removeCopiesBefore } from '../../store/restore.ts';
import { backUpFirst } from '../backup/backUp.ts';
import { keepSecondPlace, readSecondPlace } from '../backup/secondPlace.ts';
import { carryOut } from './carryOut.ts';
import { eraseOwnRecords } from './collectors/team.ts';
import { lookForMentions, mentionsOfOthers, settleMentions, showMentions } from './mentions.ts';
import { stayingOf } from './partly.ts';
import { eraseCard, erasePerson, eraseWorkerName, neededOf, readFormerWorkers, readPlan, wordsOf } from './person.ts';
import { answerRequest, extendRequest, findRequest, insertRequest, readRequests } from './requests.ts';
import { liftRestriction } from './restrictions.ts';
import { erasureChanges } from './runs.ts';

const { unlocked } = proceduresOf({ privacy: contract });

/** What callers asked about what is kept of them, and doing it. */
export const requestProcedures = {
  requests: unlocked.privacy.requests.handler(({ context }) => readRequests(context.database, context)),

  requestsOfCaller: unlocked.privacy.requestsOfCaller.handler(({ context, input }) =>
    readRequests(context.database, context, input.callerId),
  ),

  recordRequest: unlocked.privacy.recordRequest.handler(async ({ context, input, errors }) => {
    const { database, user, now, timeZone } = context;
    if (input.receivedOn > dayOf(now, timeZone)) {
      throw errors.FIELD({ data: { field: 'receivedOn', problem: 'future' } });
    }
    if ((input.ground === null) === (input.kind === 'erasure')) {
      throw errors.FIELD({ data: { field: 'ground', problem: 'missing' } });
    }
    const requestId = await database.transaction().execute(async (transaction) => {
      const id = await insertRequest(transaction, { ...input, recordedBy: user.id, recordedAt: now });
      await context.audit(transaction, `caller ${input.callerId}`);
      return id;
    });
    context.changed('privacy');
    return { requestId };
  }),

  extendRequest: unlocked.privacy.extendRequest.handler(async ({ context, input, errors }) => {
    await context.database.transaction().execute(async (transaction) => {
      if (!(await extendRequest(transaction, input.requestId, input.why))) throw errors.NOT_FOUND();
      await context.audit(transaction, `request ${input.requestId}`);
    });
    context.changed('privacy');
  }),

  answerRequest: unlocked.privacy.answerRequest.handler(async ({ context, input, errors }) => {
    const { database, user, now, timeZone } = context;
    const { requestId, ...answer } = input;
    await database.transaction().execute(async (transaction) => {
      const request = await findRequest(transaction, requestId);
      const missing = request && missingInAnswer(request.kind, answer);
      if (missing) throw errors.FIELD({ data: { field: missing, problem: 'missing' } });
      const done = await answerRequest(transaction, requestId, { ...answer, answeredBy: user.id, answeredAt: now });
      if (!done || !request) throw errors.NOT_FOUND();
      await carryOut(transaction, request, answer, { by: user.id, at: now, today: dayOf(now, timeZone) });
      await context.audit(transaction, `request ${requestId}`);
    });
    context.changed('privacy', 'callers');
  }),

  erasurePlan: unlocked.privacy.erasurePlan.handler(async ({ context, input, errors }) => {
    const { core, database } = context;
    const request = await findRequest(database, input.requestId);
    const plan = request?.callerId ? await readPlan(database, request.callerId, context) : undefined;
    if (!plan) throw errors.NOT_FOUND();
    await context.audit(database, `caller ${request?.callerId}`);
    return { ...plan, backups: listBackups(core.session.dataFolder.backups) };
  }),

  mentions: unlocked.privacy.mentions.handler(async ({ context, input, errors, signal }) => {
    const { database, user } = context;
    const callerId = (await findRequest(database, input.requestId))?.callerId;
    if (!callerId) throw errors.NOT_FOUND();
    const words = await wordsOf(database, callerId);
    const found = await lookForMentions(context, callerId, words, signal).catch((error) => {
      throw isStopped(error) ? errors.CANCELLED() : error;
    });
    await context.auditSeen(`caller ${callerId}`);
    const label = createI18n(user.language).t('privacyRequests:person.erased');
    return await showMentions(database, found, words, label);
  }),

  mentionsProgress: unlocked.privacy.mentionsProgress.handler(({ context: { core } }) =>
    core.session.workUnderWay.progress('nameSearch'),
  ),

  cancelMentions: unlocked.privacy.cancelMentions.handler(({ context: { core } }) =>
    core.session.workUnderWay.stop('nameSearch'),
  ),

  erasePerson: unlocked.privacy.erasePerson.handler(async ({ context, input, errors }) => {
    const { core, database, user, now, timeZone } = context;
    const request = await findRequest(database, input.requestId);
    const callerId = request?.callerId;
    if (!callerId || request.kind !== 'erasure' || request.answeredAt !== null) throw errors.NOT_FOUND();
    const partly = (await neededOf(database, callerId, context)).length > 0;
    if (partly && !input.partly) throw errors.MUST_STAY();
    const { workUnderWay } = core.session;
    if (workUnderWay.has('erasure')) throw errors.BUSY();
    const label = createI18n(user.language).t('privacyRequests:person.erased');
    const choices = new Map(input.choices.map(({ place, choice }) => [place, choice]));
    const erasing = workUnderWay.runWithKey(
      'erasure',
      context.dataEncryptionKey,
      async (dataEncryptionKey, counters) => {
        const words = await wordsOf(database, callerId);
        // Before anything is erased: whoever stops this has all of it still.
        const mentions = await mentionsOfOthers({ core, database, dataEncryptionKey, counters }, callerId, words);
        if (isCancelled(counters)) throw new Stopped();
        await context.audit(database, `caller ${callerId}`);
        // Who asks for it wants it kept no longer.
        const lifting = { liftedBy: user.id, liftedAt: now, liftedReason: input.answer };
        await liftRestriction(database, 'callerId', callerId, lifting);
        const moment = { timeZone, now };
        const staying = partly ? await stayingOf(database, callerId, moment) : null;
        await inSmallParts(database, () => erasePerson(database, callerId, moment, staying));
        const settled = await settleMentions(database, mentions, { words, label, choices });
        await database.transaction().execute(async (transaction) => {
          if (!staying) await eraseCard(transaction, callerId);
          const { answer } = input;
          const outcome = partly ? 'partly' : 'done';
          const leftStanding = JSON.stringify(settled.left);
          const answered = { outcome, answer, leftStanding, answeredBy: user.id, answeredAt: now } as const;
          await answerRequest(transaction, input.requestId, answered);
          await context.audit(transaction, `request ${input.requestId}`);
        });
        await forgetErased(database);
        return { partly, mentions: settled.mentions, left: settled.left.length };
      },
    );
    const erased = await erasing.catch((error) => {
      throw isStopped(error) ? errors.CANCELLED() : error;
    });
    context.changed(...erasureChanges);
    return erased;
  }),

  renewBackups: unlocked.privacy.renewBackups.handler(async ({ context, errors }) => {
    const { core, database, now } = context;
    const place = await readSecondPlace(core, database);
    // Also what lies in the second place goes, when it is not there now as soon as it is.
    if (place) await keepSecondPlace(core, { ...place, notBefore: Math.floor(now / 1000) * 1000 });
    const made = await backUpFirst(core, context, now).catch(async (error) => {
      // The older ones stay here, so they stay there.
      const { secondPlace } = core.session;
      if (place && secondPlace) await keepSecondPlace(core, { ...secondPlace, notBefore: place.notBefore });
      throw isStopped(error) ? errors.STOPPED() : error;
    });
    const removed = removeCopiesBefore(core.session.dataFolder, made);
    await context.audit(database, made.name);
    context.changed('backup', 'privacy');
    return { removed };
  }),

  formerWorkers: unlocked.privacy.formerWorkers.handler(({ context }) => readFormerWorkers(context.database)),

  eraseWorker: unlocked.privacy.eraseWorker.handler(async ({ context, input, errors }) => {
    const { database, user, now, timeZone } = context;
    const name = createI18n(user.language).t('privacyRequests:workers.nameless', { number: input.userId });
    await database.transaction().execute(async (transaction) => {
      if (!(await eraseWorkerName(transaction, input.userId, name, now))) throw errors.NOT_FOUND();
      await eraseOwnRecords(transaction, [input.userId]);
      const done = { outcome: 'done', answer: input.reason, answeredBy: user.id, answeredAt: now } as const;
      const about = { callerId: null, userId: input.userId, kind: 'erasure', ground: null, asked: '' } as const;
      const received = { receivedOn: dayOf(now, timeZone), recordedBy: user.id, recordedAt: now };
      await insertRequest(transaction, { ...about, ...received, ...done });
      await context.audit(transaction, `user ${input.userId}`);
    });
    await forgetErased(database);
    context.changed(...erasureChanges);
  }),
};
