import type { Kysely } from 'kysely';
import type { Language } from '../../../../shared/contract/base.ts';
import {
  type OwnDataFile,
  type OwnDataItem,
  type OwnDataPart,
  ownDataPart,
} from '../../../../shared/contract/ownData.ts';
import type { RetentionKind } from '../../../../shared/contract/privacy.ts';
import { kindOfAction } from '../../rules/auditKind.ts';
import { findable, withoutMentions } from '../../rules/mentions.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import { withoutNames } from '../../rules/withoutNames.ts';
import type { Schema } from '../../store/schema.ts';
import { countRowsOf } from '../../store/userReferences.ts';
import { keptDays } from '../breaks/queries.ts';
import { concernsOfWorker } from '../distress/concernsOfWorker.ts';
import { readDocuments } from '../houseRules/queries.ts';
import { readMonths } from '../privacy/terms.ts';
import { isToldElsewhere } from './columns.ts';
import {
  readAtWork,
  readBreaks,
  readCallerWords,
  readIncidents,
  readLogged,
  readOwnThings,
  readPerson,
  readSupport,
} from './queries.ts';

type Database = Kysely<Schema>;

const HOUR = 3_600_000;
/** What takes the place of a caller's number. */
const BLACK = '█████';

const termOf: Partial<Record<OwnDataPart, RetentionKind>> = {
  incidents: 'incidents',
  concerns: 'concerns',
  contacts: 'contacts',
  handOvers: 'contacts',
  aftercare: 'aftercare',
  absences: 'teamRecords',
  turns: 'teamRecords',
  trainings: 'teamRecords',
  coaching: 'teamRecords',
  typing: 'unfinished',
  log: 'auditLog',
};
/** What stands behind the bucket goes by days, whatever the practice chose. */
const ofBucket: readonly OwnDataPart[] = ['breaks', 'work', 'takeOvers'];

type Filled = Record<string, string | number | boolean | null | undefined>;

function factsOf(facts: Filled): OwnDataItem['facts'] {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) =>
      value === null || value === undefined || value === '' ? [] : [[name, value]],
    ),
  );
}

const textsOf = (texts: Record<string, string | null>): OwnDataItem['texts'] =>
  Object.fromEntries(Object.entries(texts).flatMap(([name, text]) => (text?.trim() ? [[name, text]] : [])));

/** How often each thing happened in a period, one item a period. */
function counted<Row>(rows: readonly Row[], periodOf: (row: Row) => string, countOf: (row: Row) => [string, number]) {
  return [...Map.groupBy(rows, periodOf)].map(([period, ofPeriod]) => {
    const counts: Record<string, number> = {};
    for (const row of ofPeriod) {
      const [what, count] = countOf(row);
      counts[what] = (counts[what] ?? 0) + count;
    }
    return { period, counts };
  });
}

interface Words {
  colleague: string;
  caller: string;
}

/** Takes callers and colleagues out of what was written to a worker. */
async function cleaner(database: Database, userId: number, callerIds: readonly number[], words: Words) {
  const callers = await readCallerWords(database, callerIds);
  const users = await database.selectFrom('user').select(['id', 'name']).execute();
  const own = users.find(({ id }) => id === userId)?.name ?? '';
  const people = [
    ...users.filter(({ id }) => id !== userId).map(({ name }) => ({ name, label: words.colleague })),
    ...callers.names.map((name) => ({ name, label: words.caller })),
  ].filter(({ name }) => name !== own);
  const numbers = findable([], callers.numbers);
  return (text: string | null) => text && withoutMentions(withoutNames(text, people, words.colleague), numbers, BLACK);
}

interface Setting {
  userId: number;
  practice: string;
  now: number;
  timeZone: string;
  language: Language;
  words: Words;
}

/** Everything that is kept of a worker as a worker; what they wrote about callers stays with those. */
export async function ownDataFileOf(database: Database, setting: Setting): Promise<OwnDataFile> {
  const { userId, practice, now, timeZone, language, words } = setting;
  const day = (at: number) => dayOf(at, timeZone);
  const at = (instant: number, facts: Filled, texts: Record<string, string | null> = {}): OwnDataItem => ({
    ...{ day: day(instant), at: instant, facts: factsOf(facts), texts: textsOf(texts) },
  });
  const on = (date: string | null, facts: Filled, texts: Record<string, string | null> = {}): OwnDataItem => ({
    ...{ day: date, at: null, facts: factsOf(facts), texts: textsOf(texts) },
  });
  const incidents = await readIncidents(database, userId);
  const callerIds = [...new Set(incidents.flatMap(({ callerId }) => callerId ?? []))];
  const clean = await cleaner(database, userId, callerIds, words);
  const { breaks, work, takeOvers } = await readBreaks(database, userId);
  const { contacts, handOvers, turns, absences } = await readAtWork(database, userId);
  const { aftercare, trainings, coaching, questionnaires } = await readSupport(database, userId);
  const { readings, phrases, favourites, typing } = await readOwnThings(database, userId);
  const logged = await readLogged(database, userId);
  const decisions = await countRowsOf(database, userId, (column) => !isToldElsewhere(column));
  const titles = new Map(
    (await readDocuments(database)).map(({ current }) => [current.document, current.words[language].title]),
  );
  const items: Record<OwnDataPart, OwnDataItem[]> = {
    incidents: incidents.map(({ occurredAt, part, channel, severity, weight, reviewNote, question }) =>
      at(occurredAt, { part, channel, severity, weight }, { reviewNote: clean(reviewNote), question: clean(question) }),
    ),
    concerns: (await concernsOfWorker(database, userId)).map(({ occurredAt, kind }) =>
      at(occurredAt, { concern: kind }),
    ),
    breaks: breaks.map(({ kind, startedAt, endedAt }) =>
      at(startedAt, { break: kind, endedAt: kind === 'snooze' ? null : endedAt }),
    ),
    work: work.map(({ startedAt, endedAt }) => at(startedAt, { endedAt })),
    takeOvers: takeOvers.map(({ askedAt, askedOf, takesOver }) =>
      at(askedAt, { asked: askedOf === null ? 'teamLead' : 'colleague', takesOver: takesOver && takesOver === 1 }),
    ),
    contacts: counted(
      contacts,
      ({ hour }) => day(hour * HOUR),
      ({ channel, count }) => [channel, count],
    ).map(({ period, counts }) => on(period, counts)),
    handOvers: handOvers.map(({ kind, givenAt, givenBy, doneAt }) =>
      at(givenAt, { handOver: kind, given: givenBy === userId ? 'byYou' : 'toYou', doneAt }),
    ),
    aftercare: aftercare.map(({ startedAt, requested, closedAt, withdrawn, step, offeredAt, ...offer }) =>
      at(
        offeredAt ?? startedAt,
        {
          ...{ requested: requested === 1, aftercare: step, acceptedAt: offer.acceptedAt, answer: offer.outcome },
          ...{ closedAt, withdrawn: withdrawn !== null || null },
        },
        { agreed: clean(offer.agreed) },
      ),
    ),
    absences: absences.map(({ firstDay, lastDay }) => on(firstDay, { lastDay })),
    turns: turns.map(({ day: date, part, duty }) => on(date, { partOfDay: part, duty })),
    trainings: trainings.map(({ name, doneOn, certificate, renewBy }) =>
      on(doneOn, { training: name, certificate, renewBy }),
    ),
    coaching: coaching.map(({ subject, onDay, held, agreed, agreedBy, agreedDone }) =>
      on(
        onDay,
        { held: held === 1, agreedBy, agreedDone: agreed === '' ? null : agreedDone === 1 },
        { subject: clean(subject), agreed: clean(agreed) },
      ),
    ),
    questionnaires: questionnaires.map(({ openedOn, lastDay, answered }) =>
      on(openedOn, { lastDay, answered: answered === 1 }),
    ),
    readings: readings.map(({ document, version, readAt }) =>
      at(readAt, { document: titles.get(document) ?? document, version }),
    ),
    phrases: [
      ...phrases.map(({ nl, en }) => on(null, { own: true }, { nl, en })),
      ...favourites.map(({ nl, en }) => on(null, { favourite: true }, { nl, en })),
    ],
    typing: typing.map((one) => at(one.at, {})),
    log: counted(
      logged,
      (entry) => day(entry.at).slice(0, 7),
      ({ action }) => [kindOfAction(action), 1],
    ).map(({ period, counts }) => on(null, { month: period, ...counts })),
    decisions: Object.entries(decisions).map(([where, times]) => on(null, { where, times })),
  };
  const months = await readMonths(database);
  const keptOf = (part: OwnDataPart): OwnDataFile['parts'][number]['kept'] => {
    if (ofBucket.includes(part)) return { count: keptDays, unit: 'days' };
    const kind = termOf[part];
    return kind ? { count: months[kind], unit: 'months' } : null;
  };
  return {
    ...({ format: 'rugdekking-own-data', version: 1 } as const),
    ...{ madeAt: now, practice },
    person: factsOf(await readPerson(database, userId)),
    parts: ownDataPart.options
      .map((part) => ({ part, kept: keptOf(part), items: items[part] }))
      .filter((one) => one.items.length > 0),
  };
}
