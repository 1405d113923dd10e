import type { Turn } from '../../../../shared/contract/rotation.ts';
import { rotation as contract } from '../../../../shared/contract/rotation.ts';
import { proceduresOf } from '../../procedures.ts';
import { dayAfter, dayOf, weekdayOf, weekOf } from '../../rules/practiceTime.ts';
import { proposeRotation } from '../../rules/rotation.ts';
import { unevenDuties } from '../../rules/rotationEvening.ts';
import type { CoreServices } from '../../services.ts';
import { holidaysAround } from '../measures/holidays.ts';
import { membersOfTeam } from '../team/members.ts';
import { absencesOn, readOwnTurns, readRule, readTurns, replaceTurns, setTurn, writeRule } from './queries.ts';

const { unlocked } = proceduresOf({ rotation: contract });

const parts = ['morning', 'afternoon'] as const;
/** How far back somebody's turns count when a week begins, and how far ahead a worker sees their own. */
const DAYS_BACK = 28;
const DAYS_AHEAD = 13;
const WORKING_DAYS = 5;

interface Context {
  core: CoreServices;
  now: number;
  timeZone: string;
}

/** Today, or at the weekend the Monday after it. */
function nextWorkday({ now, timeZone }: Context): string {
  const today = dayOf(now, timeZone);
  const daysOver = Math.max(0, weekdayOf(today) - WORKING_DAYS);
  return daysOver === 0 ? today : dayAfter(today, 3 - daysOver, timeZone);
}

/** The days of a week on which a practice is at work: Monday to Friday without public holidays. */
async function workingDaysOf({ core, now, timeZone }: Context, date: string): Promise<string[]> {
  const holidays = await holidaysAround(core, now, timeZone);
  return weekOf(date, timeZone)
    .slice(0, WORKING_DAYS)
    .filter((day) => !holidays.has(day));
}

export const rotation = {
  week: unlocked.rotation.week.handler(async ({ context, input }) => {
    const { database, now, timeZone } = context;
    const date = input.date ?? nextWorkday(context);
    const [monday = date] = weekOf(date, timeZone);
    const days = await workingDaysOf(context, date);
    const rule = await readRule(database);
    const members = await membersOfTeam(database);
    const people = members.map(({ id, name }) => ({ userId: id, name, takesPart: !rule.leftOut.includes(id) }));
    const known = new Set(members.map(({ id }) => id));
    const ofKnown = <Row extends { userId: number }>(rows: Row[]) => rows.filter(({ userId }) => known.has(userId));
    const turns = ofKnown(await readTurns(database, days[0] ?? date, days.at(-1) ?? date));
    const takingPart = people.filter(({ takesPart }) => takesPart).map(({ userId }) => userId);
    return {
      ...{ monday, days, people, rule, turns, absences: ofKnown(await absencesOn(database, days)) },
      uneven: unevenDuties(turns, takingPart),
      isToCome: days.some((day) => day >= dayOf(now, timeZone)),
    };
  }),

  propose: unlocked.rotation.propose.handler(async ({ context, input: { date }, errors }) => {
    const { database, now, timeZone } = context;
    const today = dayOf(now, timeZone);
    const days = (await workingDaysOf(context, date)).filter((day) => day >= today);
    const [first] = days;
    if (first === undefined) throw errors.FIELD({ data: { field: 'date', problem: 'isOver' } });
    await database.transaction().execute(async (transaction) => {
      const rule = await readRule(transaction);
      const people = (await membersOfTeam(transaction)).map(({ id }) => id).filter((id) => !rule.leftOut.includes(id));
      const absent = new Set((await absencesOn(transaction, days)).map(({ day, userId }) => `${userId} ${day}`));
      const turns: Turn[] = proposeRotation({
        slots: days.flatMap((day) => parts.map((part) => ({ day, part }))),
        isAbsent: (userId, day) => absent.has(`${userId} ${day}`),
        before: await readTurns(transaction, dayAfter(first, -DAYS_BACK, timeZone), dayAfter(first, -1, timeZone)),
        ...{ people, rule },
      });
      await replaceTurns(transaction, days, turns);
      await context.audit(transaction, null);
    });
    context.changed('rotation');
  }),

  assign: unlocked.rotation.assign.handler(async ({ context, input, errors }) => {
    const { duty, ...place } = input;
    await context.database.transaction().execute(async (transaction) => {
      const members = await membersOfTeam(transaction);
      if (!members.some(({ id }) => id === place.userId)) throw errors.NOT_FOUND();
      await setTurn(transaction, place, duty);
      await context.audit(transaction, `user ${place.userId}`);
    });
    context.changed('rotation');
  }),

  setRule: unlocked.rotation.setRule.handler(async ({ context, input }) => {
    await context.database.transaction().execute(async (transaction) => {
      await writeRule(transaction, input);
      await context.audit(transaction, null);
    });
    context.changed('rotation');
  }),

  own: unlocked.rotation.own.handler(async ({ context: { database, user, now, timeZone } }) => {
    const today = dayOf(now, timeZone);
    return { today, turns: await readOwnTurns(database, user.id, today, dayAfter(today, DAYS_AHEAD, timeZone)) };
  }),
};
