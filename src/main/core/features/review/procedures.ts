import { review as contract } from '../../../../shared/contract/review.ts';
import { proceduresOf } from '../../procedures.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import { historyOf } from '../callers/history.ts';
import { readIncidents } from '../incidents/queries.ts';
import { readStatements } from '../privacy/rectificationQueries.ts';
import { restrictedCallers, restrictionOf } from '../privacy/restrictions.ts';
import { readAttention } from './attention.ts';
import { dayReportOf } from './dayReport.ts';
import { handling } from './handling.ts';
import { keepReviewNote } from './handlingQueries.ts';
import { readReviewDay, withCountInYear } from './queries.ts';

const { unlocked } = proceduresOf({ review: contract });

const HISTORY_IN_REVIEW = 20;
const fileNames = { nl: 'dagverslag', en: 'day-report' };

export const review = {
  day: unlocked.review.day.handler(({ context: { database, now, timeZone }, input }) =>
    readReviewDay(database, input.date ?? dayOf(now, timeZone), timeZone),
  ),

  incident: unlocked.review.incident.handler(async ({ context, input, errors }) => {
    const { database } = context;
    const found = await readIncidents(database, (query) => query.where('incident.id', '=', input.incidentId));
    const [incident] = await withCountInYear(database, found);
    if (!incident) throw errors.NOT_FOUND();
    await context.audit(database, `incident ${incident.id}`);
    const { callerId } = incident;
    if (callerId === null) return { incident, callerHistory: [], statements: [] };
    const readFrom = (await restrictionOf(database, callerId))?.setAt ?? 0;
    const callerHistory = await historyOf(database, callerId, HISTORY_IN_REVIEW, readFrom);
    return { incident, callerHistory, statements: await readStatements(database, callerId) };
  }),

  keepNote: unlocked.review.keepNote.handler(async ({ context: { database }, input }) => {
    await keepReviewNote(database, input.incidentId, input.note);
  }),

  ...handling,

  attention: unlocked.review.attention.handler(({ context }) => readAttention(context)),

  dayReport: unlocked.review.dayReport.handler(async ({ context, input }) => {
    const { core, database, now, timeZone, user, practice } = context;
    const today = dayOf(now, timeZone);
    const date = input.date ?? today;
    const day = await readReviewDay(database, date, timeZone);
    const { language, name: madeByName } = user;
    const { practiceName } = practice;
    const unnamed = new Set(await restrictedCallers(database));
    const setting = { language, timeZone, practiceName, madeByName, now, unnamed, withCallers: input.withCallers };
    const sheet = dayReportOf(day, date === today ? await readAttention(context) : null, setting);
    const { resourcesFolder } = core.options;
    const content = await core.offMainThread.run('dayReportDocument', { sheet, resourcesFolder });
    await context.audit(database, `day ${date}${input.withCallers ? ', with callers' : ''}`);
    const type = 'application/pdf';
    return { name: `${fileNames[language]}-${date}.pdf`, type, content: new Blob([content], { type }) };
  }),
};
