import type { Kysely } from 'kysely';
import type { TeamWeek } from '../../../../shared/contract/breaks.ts';
import type { BucketRule } from '../../../../shared/contract/settings.ts';
import { risesOf } from '../../rules/bucket.ts';
import { dayAfter, dayOf, rangeOfDay, weekOf } from '../../rules/practiceTime.ts';
import { teamTotal } from '../../rules/teamTotal.ts';
import type { Schema } from '../../store/schema.ts';
import { historyOf } from './queries.ts';

type Database = Kysely<Schema>;

/** Half a year: enough to see whether anything moves. */
const SHOWN_WEEKS = 26;
/** After a longer time without anybody at work there is nothing left to count. */
const WEEKS_TO_CLOSE = 4;

interface Practice {
  database: Database;
  rule: BucketRule;
  timeZone: string;
  now: number;
}

/** Managers are left out, so that none of them can take their own part off a total. */
function peopleCounted(database: Database) {
  return database.selectFrom('user').select('id').where('role', '!=', 'manager').where('demo', '=', 0).execute();
}

async function partsOf({ database, rule, timeZone }: Practice, monday: string) {
  const from = rangeOfDay(monday, timeZone).from;
  const until = rangeOfDay(dayAfter(monday, 7, timeZone), timeZone).from;
  const inWeek = (at: number) => at >= from && at < until;
  const people = await peopleCounted(database);
  return Promise.all(
    people.map(async ({ id }) => {
      const history = await historyOf(database, id, until);
      return {
        breaks: history.breaks.filter((one) => one.kind === 'break' && inWeek(one.from)).length,
        prompts: risesOf({ ...history, rule, now: until }).filter(inWeek).length,
      };
    }),
  );
}

/**
 * Keeps the totals of every week that is over and was not counted yet. They are computed once and stay what they are:
 * two askings cannot be laid side by side to see what one person did in between.
 */
export async function closeWeeks(practice: Practice): Promise<void> {
  const { database, timeZone, now } = practice;
  const today = dayOf(now, timeZone);
  const first = await database.selectFrom('user').select('createdAt').orderBy('createdAt').executeTakeFirstOrThrow();
  for (let back = 1; back <= WEEKS_TO_CLOSE; back += 1) {
    const [monday = today] = weekOf(dayAfter(today, -7 * back, timeZone), timeZone);
    // A practice that had not begun yet has no week to tell of.
    if (rangeOfDay(dayAfter(monday, 7, timeZone), timeZone).from <= first.createdAt) return;
    const known = await database
      .selectFrom('breakWeek')
      .select('monday')
      .where('monday', '=', monday)
      .executeTakeFirst();
    if (known) return;
    const parts = await partsOf(practice, monday);
    const week: TeamWeek = {
      monday,
      breaks: teamTotal(parts.map(({ breaks }) => breaks)),
      prompts: teamTotal(parts.map(({ prompts }) => prompts)),
    };
    await database.insertInto('breakWeek').values(week).execute();
  }
}

export function readWeeks(database: Database): Promise<TeamWeek[]> {
  return database.selectFrom('breakWeek').selectAll().orderBy('monday', 'desc').limit(SHOWN_WEEKS).execute();
}
