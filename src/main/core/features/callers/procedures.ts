import { ORPCError } from '@orpc/server';
import type { CallerDetails } from '../../../../shared/contract/callers.ts';
import { callers as contract } from '../../../../shared/contract/callers.ts';
import { proceduresOf } from '../../procedures.ts';
import { colleagueTakes } from '../../rules/colleague.ts';
import { flagsMeant } from '../../rules/flagWords.ts';
import { isHiddenNumber } from '../../rules/phoneNumber.ts';
import { dayOf, rangeOfDay, weekOf } from '../../rules/practiceTime.ts';
import { readSearchQuery } from '../../rules/searchQuery.ts';
import { searchCallers, searchLookAlikes } from '../../store/callerSearch.ts';
import { readOwnGp } from '../distress/ownGp.ts';
import { readStatements } from '../privacy/rectificationQueries.ts';
import { restrictionOf } from '../privacy/restrictions.ts';
import { historyOf, recentIncidents } from './history.ts';
import { readMerges } from './mergeQueries.ts';
import { merges } from './merges.ts';
import { contactsSince, insertCaller, readCaller, readResults, UnreadableNumber, updateCaller } from './queries.ts';
import { readSharedNumbers } from './sharedNumbers.ts';
import { flagsOf, meantByFlag } from './standingOut.ts';

const { unlocked } = proceduresOf({ callers: contract });

const HISTORY_ON_CARD = 12;

/** Words for a flag or for a number that was withheld are not somebody's name. */
const isNamed = (typed: string) => flagsMeant(typed).length === 0 && !isHiddenNumber(typed);

/** What stays on a card that is restricted: how to tell who it is, and how to speak with them. */
const recognisedBy = (details: CallerDetails): CallerDetails => ({
  ...details,
  ...{ remark: '', postalAddress: '', generalPractitioner: '', generalPractitionerNumber: '' },
});

/** Turns a number that cannot be read into the error of the contract; every other error stays what it is. */
export function asBadNumber(error: unknown): unknown {
  if (!(error instanceof UnreadableNumber)) return error;
  return new ORPCError('BAD_NUMBER', { data: { number: error.number } });
}

export const callers = {
  ...merges,

  search: unlocked.callers.search.handler(async ({ context, input }) => {
    const { database, now, timeZone } = context;
    const moment = { database, now, timeZone, colleagueHours: context.houseRules.colleagueHours };
    const byFlag = await meantByFlag(moment, input.query, input.limit);
    const standingOut = async (ids: readonly number[]) => new Set((await flagsOf(moment, ids)).keys());
    const query = readSearchQuery(input.query, now);
    const exact = [...byFlag, ...(await searchCallers(database, query, standingOut, input.limit))];
    const isLookAlike = exact.length === 0 && isNamed(input.query);
    const ids = isLookAlike ? await searchLookAlikes(database, query, standingOut, input.limit) : exact;
    const found = [...new Set(ids)].slice(0, input.limit);
    const results = await readResults(database, found, await flagsOf(moment, found));
    const subject = `callers ${results.length}`;
    if (input.query.trim() !== '') context.searchLog.shown(() => context.auditSeen(subject));
    return results.map((result) => ({ ...result, isLookAlike }));
  }),

  card: unlocked.callers.card.handler(async ({ context, input, errors }) => {
    const { database, now, houseRules, user, timeZone } = context;
    const written = await readCaller(database, input.callerId);
    if (!written) throw errors.NOT_FOUND();
    const restriction = await restrictionOf(database, input.callerId);
    const details = restriction ? recognisedBy(written) : written;
    const incidents = await recentIncidents(database, input.callerId, houseRules.colleagueHours, now);
    const taken = colleagueTakes(incidents, houseRules.colleagueHours, now);
    const [monday = ''] = weekOf(dayOf(now, timeZone), timeZone);
    await context.searchLog.settle();
    await context.auditSeen(`caller ${input.callerId}`);
    const readFrom = restriction?.setAt ?? 0;
    return {
      id: input.callerId,
      details,
      ownGp: await readOwnGp(database, details, { language: user.language, today: dayOf(now, timeZone) }),
      sharedNumbers: await readSharedNumbers(database, input.callerId),
      merges: restriction ? [] : await readMerges(database, input.callerId),
      colleagueNotice: taken && {
        incidentAt: taken.incident.occurredAt,
        workerName: taken.incident.name,
        metByYou: taken.incident.userId === user.id,
        callEnded: taken.callEnded,
        until: taken.until,
      },
      history: await historyOf(database, input.callerId, HISTORY_ON_CARD, readFrom),
      contactsThisWeek: await contactsSince(
        database,
        input.callerId,
        Math.max(readFrom, rangeOfDay(monday, timeZone).from),
      ),
      restriction,
      statements: await readStatements(database, input.callerId),
    };
  }),

  create: unlocked.callers.create.handler(async ({ context, input }) => {
    const callerId = await context.database
      .transaction()
      .execute(async (transaction) => {
        const created = await insertCaller(transaction, input, context.now);
        await context.audit(transaction, `caller ${created}`);
        return created;
      })
      .catch((error) => Promise.reject(asBadNumber(error)));
    context.changed('callers');
    return { callerId };
  }),

  update: unlocked.callers.update.handler(async ({ context, input, errors }) => {
    if (!(await readCaller(context.database, input.callerId))) throw errors.NOT_FOUND();
    await context.database
      .transaction()
      .execute(async (transaction) => {
        await updateCaller(transaction, input.callerId, input.details);
        await context.audit(transaction, `caller ${input.callerId}`);
      })
      .catch((error) => Promise.reject(asBadNumber(error)));
    context.changed('callers');
  }),
};
