import type { MergeSide } from '../../../../shared/contract/callers.ts';
import { callers as contract } from '../../../../shared/contract/callers.ts';
import { proceduresOf } from '../../procedures.ts';
import { compareCards } from '../../rules/merge.ts';
import { readAgreements } from '../agreements/queries.ts';
import { measureFlags } from '../measures/flags.ts';
import { restrictionOf } from '../privacy/restrictions.ts';
import { countOf, isInvented, nameIn, newestMerge, readMerge } from './mergeQueries.ts';
import { cardLimits, mergeCallers, undoMerge } from './merging.ts';
import { readCaller } from './queries.ts';
import { forgetLapsed, type Moment } from './standingOut.ts';

const { unlocked } = proceduresOf({ callers: contract });

/** What shows anything of a caller. */
const mergeChanges = [
  ...(['agreements', 'callers', 'contacts', 'distress', 'exceptions', 'handOvers', 'incidents'] as const),
  ...(['letters', 'measures', 'policeReports', 'review'] as const),
] as const;

/** The call agreement that runs or is to come. */
async function agreementOf({ database, now, timeZone }: Omit<Moment, 'colleagueHours'>, callerId: number) {
  const [found] = await readAgreements(database, now, timeZone, (query) =>
    query.where('agreement.callerId', '=', callerId),
  );
  return found ?? null;
}

async function sideOf(moment: Omit<Moment, 'colleagueHours'>, callerId: number): Promise<MergeSide | null> {
  const { database, now, timeZone } = moment;
  const details = await readCaller(database, callerId);
  if (!details) return null;
  const flags = (await measureFlags(database, now, timeZone, [callerId])).get(callerId) ?? [];
  const bans = flags.filter(({ kind }) => kind === 'contactBan');
  const agreement = await agreementOf(moment, callerId);
  return {
    details,
    contacts: await countOf(database, 'contact', callerId),
    incidents: await countOf(database, 'incident', callerId),
    bannedUntil: bans.length === 0 ? null : Math.max(...bans.map(({ until }) => until)),
    agreement: agreement && { callsPerWeek: agreement.terms.callsPerWeek, lastDay: agreement.terms.lastDay },
  };
}

interface TwoCallers {
  callerId: number;
  otherId: number;
}

/** Why two cards cannot become one; null when they can. */
async function obstacle(database: Moment['database'], { callerId, otherId }: TwoCallers) {
  if (callerId === otherId) return 'SAME_CALLER';
  const [one, other] = [await isInvented(database, callerId), await isInvented(database, otherId)];
  if (one === undefined || other === undefined) return 'NOT_FOUND';
  for (const id of [callerId, otherId]) if (await restrictionOf(database, id)) return 'RESTRICTED';
  // The invented one goes when the demo practice does, and would take the real one along.
  return one === other ? null : 'ONE_IS_INVENTED';
}

/** Which of two running call agreements gives way. */
async function agreementToEnd(
  moment: Omit<Moment, 'colleagueHours'>,
  { callerId, otherId }: TwoCallers,
  goesOn: 'kept' | 'other',
) {
  const [kept, other] = [await agreementOf(moment, callerId), await agreementOf(moment, otherId)];
  if (!kept || !other) return null;
  return goesOn === 'kept' ? other.id : kept.id;
}

/** Making one card of two, and two of one again. */
export const merges = {
  compare: unlocked.callers.compare.handler(async ({ context, input, errors }) => {
    const refused = await obstacle(context.database, input);
    if (refused) throw errors[refused]();
    const [kept, other] = [await sideOf(context, input.callerId), await sideOf(context, input.otherId)];
    if (!kept || !other) throw errors.NOT_FOUND();
    await context.auditSeen(`caller ${input.otherId}`);
    return { kept, other, fields: compareCards(kept.details, other.details, cardLimits) };
  }),

  merge: unlocked.callers.merge.handler(async ({ context, input, errors }) => {
    const { now, timeZone, user } = context;
    const mergeId = await context.database.transaction().execute(async (transaction) => {
      const refused = await obstacle(transaction, input);
      if (refused) throw errors[refused]();
      const moment = { database: transaction, now, timeZone };
      const endedAgreementId = await agreementToEnd(moment, input, input.agreement);
      const merged = await mergeCallers(transaction, { ...input, endedAgreementId }, user.id, now);
      await context.audit(transaction, `caller ${input.callerId}`);
      await context.audit(transaction, `caller ${input.otherId}`);
      return merged;
    });
    context.changed(...mergeChanges);
    return { mergeId };
  }),

  undoMerge: unlocked.callers.undoMerge.handler(async ({ context, input, errors }) => {
    const { now, timeZone, houseRules } = context;
    await context.database.transaction().execute(async (transaction) => {
      const merge = await readMerge(transaction, input.mergeId);
      if (!merge) throw errors.NOT_FOUND();
      if (await restrictionOf(transaction, merge.keptId)) throw errors.RESTRICTED();
      const newest = await newestMerge(transaction, merge.keptId);
      if (newest && newest.id !== merge.id) throw errors.LATER_MERGE({ data: { name: nameIn(newest.record) } });
      await undoMerge(transaction, merge);
      await forgetLapsed({ database: transaction, now, timeZone, colleagueHours: houseRules.colleagueHours });
      await context.audit(transaction, `caller ${merge.keptId}`);
      await context.audit(transaction, `caller ${merge.mergedId}`);
    });
    context.changed(...mergeChanges);
  }),
};
