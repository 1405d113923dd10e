import type { Kysely } from 'kysely';
import { aftercare as contract } from '../../../../shared/contract/aftercare.ts';
import type { CurrentUser } from '../../../../shared/contract/session.ts';
import { proceduresOf } from '../../procedures.ts';
import { dayAfter, dayOf } from '../../rules/practiceTime.ts';
import type { CoreServices } from '../../services.ts';
import type { Schema } from '../../store/schema.ts';
import { holidaysAround } from '../measures/holidays.ts';
import type { Unlocked } from '../session/unlocked.ts';
import { readDays } from '../team/workingDays.ts';
import {
  insertAbsence,
  keptWorkingDays,
  readAbsences,
  readWorkers,
  removeAbsence,
  workerOfAbsence,
} from './absences.ts';
import { askForAftercare, beginAfterCall } from './beginAftercare.ts';
import { acceptOffer, findAftercare, findOffer, insertOffer, updateOffer, writeClosed } from './offers.ts';
import {
  readAftercare,
  readOwnRunning,
  readOwnWithdrawn,
  readRunning,
  readToAskFor,
  type Setting,
  waitsAfterCall,
} from './queries.ts';

const { unlocked } = proceduresOf({ aftercare: contract });

/** What ended stays in sight for so long. */
const SHOWN_ENDED = 28 * 86_400_000;
const LONGEST_ABSENCE_DAYS = 366;

interface Asking extends Pick<Unlocked, 'houseRules'> {
  core: CoreServices;
  now: number;
  timeZone: string;
}

async function settingOf({ core, now, timeZone, houseRules }: Asking): Promise<Setting> {
  return { now, timeZone, rule: houseRules.aftercare, holidays: await holidaysAround(core, now, timeZone) };
}

/** Aftercare and absence are between a worker and the managers: nobody else may touch them. */
const mayActFor = (user: CurrentUser, userId: number): boolean => user.role === 'manager' || user.id === userId;

/** Closes aftercare whose last step was answered, and opens one again whose last answer was taken back. */
async function closeWhenComplete(database: Kysely<Schema>, aftercareId: number, userId: number, setting: Setting) {
  // Its clock is read as if it ran: what closed it before may have been the answer that is now another one.
  await writeClosed(database, aftercareId, null);
  const [found] = await readAftercare(database, setting, (query) => query.where('aftercare.id', '=', aftercareId));
  if (found && !found.next) await writeClosed(database, aftercareId, { by: userId, at: setting.now });
}

export const aftercare = {
  own: unlocked.aftercare.own.handler(async ({ context }) => {
    const { database, user, now, timeZone } = context;
    const setting = await settingOf(context);
    const running = await readOwnRunning(database, setting, user.id);
    return {
      running,
      withdrawn: await readOwnWithdrawn(database, setting, user.id, now - SHOWN_ENDED),
      mayAskFor: await readToAskFor(database, user.id, now),
      askedAfterCall: running.some(waitsAfterCall),
      absences: await readAbsences(database, dayOf(now, timeZone), user.id),
      workingDays: readDays(await keptWorkingDays(database, user.id)),
    };
  }),

  ask: unlocked.aftercare.ask.handler(async ({ context, input, errors }) => {
    const { database, user, now } = context;
    await database.transaction().execute(async (transaction) => {
      if (!(await askForAftercare(transaction, input.incidentId, user.id, now))) throw errors.NOT_FOUND();
      await context.audit(transaction, `incident ${input.incidentId}`);
    });
    context.changed('aftercare');
  }),

  askAfterCall: unlocked.aftercare.askAfterCall.handler(async ({ context }) => {
    const { database, user, now } = context;
    const setting = await settingOf(context);
    await database.transaction().execute(async (transaction) => {
      const running = await readOwnRunning(transaction, setting, user.id);
      const id = running.find(waitsAfterCall)?.id ?? (await beginAfterCall(transaction, user.id, now));
      await context.audit(transaction, `aftercare ${id}`);
    });
    context.changed('aftercare');
  }),

  accept: unlocked.aftercare.accept.handler(async ({ context, input, errors }) => {
    const { database, user, now } = context;
    await database.transaction().execute(async (transaction) => {
      const acceptedAt = input.accepted ? now : null;
      if (!(await acceptOffer(transaction, input.offerId, user.id, acceptedAt))) throw errors.NOT_FOUND();
      await context.audit(transaction, `aftercare offer ${input.offerId}`);
    });
    context.changed('aftercare');
  }),

  answer: unlocked.aftercare.answer.handler(async ({ context, input, errors }) => {
    const { database, user, now } = context;
    const setting = await settingOf(context);
    await database.transaction().execute(async (transaction) => {
      const offer = await findOffer(transaction, input.offerId);
      if (!offer || !mayActFor(user, offer.userId)) throw errors.NOT_FOUND();
      const answer = { outcome: input.outcome, answeredAt: input.outcome === null ? null : now };
      await updateOffer(transaction, input.offerId, answer);
      await closeWhenComplete(transaction, offer.aftercareId, user.id, setting);
      await context.audit(transaction, `aftercare ${offer.aftercareId}`);
    });
    context.changed('aftercare');
  }),

  close: unlocked.aftercare.close.handler(async ({ context, input, errors }) => {
    const { database, user, now } = context;
    await database.transaction().execute(async (transaction) => {
      const found = await findAftercare(transaction, input.aftercareId);
      if (!found || found.closedAt !== null || !mayActFor(user, found.userId)) throw errors.NOT_FOUND();
      await writeClosed(transaction, found.id, { by: user.id, at: now });
      await context.audit(transaction, `aftercare ${found.id}`);
    });
    context.changed('aftercare');
  }),

  reopen: unlocked.aftercare.reopen.handler(async ({ context, input, errors }) => {
    const { database, user } = context;
    await database.transaction().execute(async (transaction) => {
      const found = await findAftercare(transaction, input.aftercareId);
      if (!found || found.closedAt === null || found.withdrawn !== null) throw errors.NOT_FOUND();
      if (!mayActFor(user, found.userId)) throw errors.NOT_FOUND();
      await writeClosed(transaction, found.id, null);
      await context.audit(transaction, `aftercare ${found.id}`);
    });
    context.changed('aftercare');
  }),

  recordAbsence: unlocked.aftercare.recordAbsence.handler(async ({ context, input, errors }) => {
    const { database, user, now, timeZone } = context;
    const { userId, firstDay, lastDay } = input;
    if (!mayActFor(user, userId)) throw errors.NOT_FOUND();
    const tooLong = lastDay > dayAfter(firstDay, LONGEST_ABSENCE_DAYS, timeZone);
    if (lastDay < firstDay || tooLong) throw errors.FIELD({ data: { field: 'lastDay', problem: 'notAPeriod' } });
    if (lastDay < dayOf(now, timeZone)) throw errors.FIELD({ data: { field: 'lastDay', problem: 'past' } });
    await database.transaction().execute(async (transaction) => {
      await insertAbsence(transaction, { userId, firstDay, lastDay, recordedBy: user.id, recordedAt: now });
      await context.audit(transaction, `user ${userId}`);
    });
    context.changed('aftercare');
  }),

  removeAbsence: unlocked.aftercare.removeAbsence.handler(async ({ context, input, errors }) => {
    const { database, user } = context;
    await database.transaction().execute(async (transaction) => {
      const userId = await workerOfAbsence(transaction, input.absenceId);
      if (userId === null || !mayActFor(user, userId)) throw errors.NOT_FOUND();
      await removeAbsence(transaction, input.absenceId);
      await context.audit(transaction, `user ${userId}`);
    });
    context.changed('aftercare');
  }),

  list: unlocked.aftercare.list.handler(async ({ context }) => {
    const { database, now } = context;
    const setting = await settingOf(context);
    return {
      running: await readRunning(database, setting),
      ended: await readAftercare(database, setting, (query) =>
        query.where('aftercare.closedAt', '>', now - SHOWN_ENDED).orderBy('aftercare.closedAt', 'desc'),
      ),
    };
  }),

  offer: unlocked.aftercare.offer.handler(async ({ context, input, errors }) => {
    const { database, user, now } = context;
    const { aftercareId, step } = input;
    const setting = await settingOf(context);
    const offerId = await database.transaction().execute(async (transaction) => {
      const [found] = await readAftercare(transaction, setting, (query) =>
        query.where('aftercare.id', '=', aftercareId),
      );
      if (!found) throw errors.NOT_FOUND();
      const open = found.offers.find(({ outcome }) => outcome === null);
      if (!found.mayOffer.includes(step) || (open && open.step !== step)) throw errors.CLOSED();
      if (open) return open.id;
      const id = await insertOffer(transaction, { aftercareId, step, offeredBy: user.id, offeredAt: now });
      await context.audit(transaction, `aftercare ${aftercareId}`);
      return id;
    });
    context.changed('aftercare');
    return { offerId };
  }),

  keepAgreed: unlocked.aftercare.keepAgreed.handler(async ({ context, input, errors }) => {
    const { offerId, agreed } = input;
    if (!(await updateOffer(context.database, offerId, { agreed }))) throw errors.NOT_FOUND();
    context.changed('aftercare');
  }),

  absences: unlocked.aftercare.absences.handler(async ({ context: { database, now, timeZone } }) => ({
    absences: await readAbsences(database, dayOf(now, timeZone)),
    workers: await readWorkers(database),
  })),
};
