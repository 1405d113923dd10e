import type { Kysely } from 'kysely';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

/** The worker's own row, and from when on the bucket counts. */
export async function readPerson(database: Database, userId: number) {
  return database
    .selectFrom('user')
    .leftJoin('bucketStart', 'bucketStart.userId', 'user.id')
    .select(['name', 'role', 'function', 'department', 'workingDays', 'language', 'theme', 'createdAt', 'countsFrom'])
    .where('user.id', '=', userId)
    .executeTakeFirstOrThrow();
}

/** The incidents a worker reported, met with a colleague, or saw, each with what is about the worker in it. */
export async function readIncidents(database: Database, userId: number) {
  const columns = ['occurredAt', 'channel', 'severity', 'reviewNote', 'incident.callerId', 'incident.weight'] as const;
  const reported = await database
    .selectFrom('incident')
    .select([...columns, 'question'])
    .where('userId', '=', userId)
    .execute();
  const met = await database
    .selectFrom('incidentWorker')
    .innerJoin('incident', 'incident.id', 'incidentWorker.incidentId')
    .select(['occurredAt', 'channel', 'severity', 'reviewNote', 'incident.callerId', 'incidentWorker.weight'])
    .where('incidentWorker.userId', '=', userId)
    .execute();
  const saw = await database
    .selectFrom('incidentWitness')
    .innerJoin('incident', 'incident.id', 'incidentWitness.incidentId')
    .select(['occurredAt', 'channel', 'severity'])
    .where('incidentWitness.userId', '=', userId)
    .execute();
  return [
    ...reported.map((row) => ({ ...row, part: 'reported' as const })),
    ...met.map((row) => ({ ...row, part: 'met' as const, question: null })),
    ...saw.map((row) => ({
      ...row,
      ...({ part: 'saw', weight: null, reviewNote: null, question: null, callerId: null } as const),
    })),
  ].sort((a, b) => a.occurredAt - b.occurredAt);
}

/** Every break, snooze and span of work that is kept. */
export async function readBreaks(database: Database, userId: number) {
  const breaks = await database
    .selectFrom('breakEvent')
    .select(['kind', 'startedAt', 'endedAt'])
    .where('userId', '=', userId)
    .orderBy('startedAt')
    .execute();
  const work = await database
    .selectFrom('workSpan')
    .select(['startedAt', 'endedAt'])
    .where('userId', '=', userId)
    .orderBy('startedAt')
    .execute();
  const takeOvers = await database
    .selectFrom('takeOverRequest')
    .select(['askedAt', 'askedOf', 'takesOver'])
    .where('userId', '=', userId)
    .orderBy('askedAt')
    .execute();
  return { breaks, work, takeOvers };
}

export async function readAtWork(database: Database, userId: number) {
  const contacts = await database
    .selectFrom('contactCount')
    .select(['hour', 'channel', 'count'])
    .where('userId', '=', userId)
    .orderBy('hour')
    .execute();
  const handOvers = await database
    .selectFrom('handOver')
    .select(['kind', 'givenAt', 'givenBy', 'toUserId', 'doneAt'])
    .where(({ or, eb }) => or([eb('givenBy', '=', userId), eb('toUserId', '=', userId), eb('doneBy', '=', userId)]))
    .orderBy('givenAt')
    .execute();
  const turns = await database
    .selectFrom('turn')
    .select(['day', 'part', 'duty'])
    .where('userId', '=', userId)
    .orderBy('day')
    .execute();
  const absences = await database
    .selectFrom('absence')
    .select(['firstDay', 'lastDay'])
    .where('userId', '=', userId)
    .orderBy('firstDay')
    .execute();
  return { contacts, handOvers, turns, absences };
}

export async function readSupport(database: Database, userId: number) {
  const aftercare = await database
    .selectFrom('aftercare')
    .leftJoin('aftercareOffer', 'aftercareOffer.aftercareId', 'aftercare.id')
    .select(['startedAt', 'requested', 'closedAt', 'withdrawn', 'step', 'offeredAt', 'agreed', 'acceptedAt', 'outcome'])
    .where('userId', '=', userId)
    .orderBy('aftercare.id')
    .orderBy('aftercareOffer.id')
    .execute();
  const trainings = await database
    .selectFrom('trainingRecord')
    .innerJoin('training', 'training.id', 'trainingRecord.trainingId')
    .select(['training.name', 'doneOn', 'certificate', 'renewBy'])
    .where('userId', '=', userId)
    .orderBy('doneOn')
    .execute();
  const coaching = await database
    .selectFrom('coachingMoment')
    .select(['subject', 'onDay', 'held', 'agreed', 'agreedBy', 'agreedDone'])
    .where('userId', '=', userId)
    .orderBy('onDay')
    .execute();
  const questionnaires = await database
    .selectFrom('questionnaireInvitation')
    .innerJoin('questionnaire', 'questionnaire.id', 'questionnaireInvitation.questionnaireId')
    .select(['openedOn', 'lastDay', 'answered'])
    .where('userId', '=', userId)
    .orderBy('openedOn')
    .execute();
  return { aftercare, trainings, coaching, questionnaires };
}

/** What the worker keeps for themselves, and what they were typing: when, not what, because that is about callers. */
export async function readOwnThings(database: Database, userId: number) {
  const readings = await database
    .selectFrom('houseRuleReading')
    .select(['document', 'version', 'readAt'])
    .where('userId', '=', userId)
    .orderBy('readAt')
    .execute();
  const phrases = await database
    .selectFrom('phrase')
    .select(['kind', 'nl', 'en'])
    .where('userId', '=', userId)
    .execute();
  const favourites = await database
    .selectFrom('favouritePhrase')
    .innerJoin('phrase', 'phrase.id', 'favouritePhrase.phraseId')
    .select(['kind', 'nl', 'en'])
    .where('favouritePhrase.userId', '=', userId)
    .execute();
  const drafts = await database.selectFrom('draft').select('updatedAt as at').where('userId', '=', userId).execute();
  const forms = await database.selectFrom('unfinished').select('keptAt as at').where('userId', '=', userId).execute();
  return { readings, phrases, favourites, typing: [...drafts, ...forms].sort((a, b) => a.at - b.at) };
}

/** What the worker did, as the log has it. */
export function readLogged(database: Database, userId: number) {
  return database
    .selectFrom('auditEntry')
    .select(['at', 'action'])
    .where('userId', '=', userId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** The names and numbers of these callers, to take out of what was written to the worker. */
export async function readCallerWords(database: Database, callerIds: readonly number[]) {
  const names = await database.selectFrom('caller').select('displayName').where('id', 'in', callerIds).execute();
  const numbers = await database
    .selectFrom('callerNumber')
    .select('number')
    .where('callerId', 'in', callerIds)
    .execute();
  return { names: names.map(({ displayName }) => displayName), numbers: numbers.map(({ number }) => number) };
}
