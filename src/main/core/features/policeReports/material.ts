import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Language } from '../../../../shared/contract/base.ts';
import type { Letter } from '../../../../shared/contract/letters.ts';
import type { FreeText, TextSource } from '../../../../shared/contract/policeReports.ts';
import { createI18n } from '../../../../shared/i18n/index.ts';
import { type NamedWorker, withoutNames } from '../../rules/withoutNames.ts';
import type { Schema } from '../../store/schema.ts';
import { incidentKinds } from '../incidents/queries.ts';
import { readLetters } from '../letters/queries.ts';

type Database = Kysely<Schema>;

const fingerprintOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function incidentsOf(database: Database, measureId: number) {
  return database
    .selectFrom('measureIncident')
    .innerJoin('incident', 'incident.id', 'measureIncident.incidentId')
    .selectAll('incident')
    .where('measureIncident.measureId', '=', measureId)
    .orderBy('incident.occurredAt')
    .orderBy('incident.id')
    .execute();
}

/** What was decided about the caller before the report, oldest first. */
function measuresOf(database: Database, callerId: number, measureId: number) {
  return database
    .selectFrom('measure')
    .selectAll()
    .where('callerId', '=', callerId)
    .where('id', '<>', measureId)
    .where('step', 'in', ['conversation', 'warning', 'contactBan'])
    .orderBy('decidedAt')
    .orderBy('id')
    .execute();
}

async function finishedLetters(database: Database, measureIds: readonly number[]): Promise<Letter[]> {
  const letters: Letter[] = [];
  for (const id of measureIds) letters.push(...(await readLetters(database, { of: 'measure', id })));
  return letters.filter(({ final }) => final !== null).sort((a, b) => (a.final?.at ?? 0) - (b.final?.at ?? 0));
}

/** Everything a dossier is made of, as it is stored. */
export async function readMaterial(database: Database, measureId: number) {
  const measure = await database
    .selectFrom('measure')
    .innerJoin('caller', 'caller.id', 'measure.callerId')
    .selectAll('measure')
    .select(['caller.displayName as callerName', 'caller.birthDate'])
    .where('measure.id', '=', measureId)
    .where('measure.step', '=', 'policeReport')
    .executeTakeFirst();
  if (!measure) return null;
  const incidents = await incidentsOf(database, measureId);
  const kindsOf = await incidentKinds(
    database,
    incidents.map(({ id }) => id),
  );
  const measures = await measuresOf(database, measure.callerId, measureId);
  const numbers = await database
    .selectFrom('callerNumber')
    .select('number')
    .where('callerId', '=', measure.callerId)
    .orderBy('id')
    .execute();
  return {
    measure,
    numbers: numbers.map(({ number }) => number),
    incidents: incidents.map((incident) => ({ ...incident, ...kindsOf(incident.id) })),
    measures,
    letters: await finishedLetters(
      database,
      measures.map(({ id }) => id),
    ),
    users: await database.selectFrom('user').select(['id', 'name']).orderBy('id').execute(),
  };
}
export type Material = NonNullable<Awaited<ReturnType<typeof readMaterial>>>;

/** What each worker is called: those who met an incident come first, in the order of the incidents. */
export function workerLabels({ incidents, users }: Material, language: Language) {
  const { t } = createI18n(language);
  const order = new Set([...incidents.map(({ userId }) => userId), ...users.map(({ id }) => id)]);
  const labels = new Map([...order].map((id, index) => [id, t('policeReports:paper.worker', { number: index + 1 })]));
  const workers: NamedWorker[] = users.map(({ id, name }) => ({ name, label: labels.get(id) ?? '' }));
  return {
    of: (userId: number) => labels.get(userId) ?? '',
    replaceIn: (text: string) => withoutNames(text, workers, t('policeReports:paper.someWorker')),
  };
}

/** The free texts, with workers as they are called in the dossier; a text that is empty is none. */
export function freeTexts(material: Material, language: Language): Omit<FreeText, 'reviewed'>[] {
  const labels = workerLabels(material, language);
  const asText = (source: TextSource, sourceId: number, at: number, text: string) => ({
    ...{ source, sourceId, at, text: labels.replaceIn(text.trim()) },
    fingerprint: fingerprintOf(text.trim()),
  });
  return [
    ...material.incidents.flatMap(({ id, occurredAt, words, account }) => [
      asText('words', id, occurredAt, words),
      asText('account', id, occurredAt, account),
    ]),
    ...material.measures.map(({ id, decidedAt, reason }) => asText('reason', id, decidedAt, reason)),
    ...material.letters.map(({ id, final, content }) =>
      asText('letter', id, final?.at ?? 0, content.text.replaceAll(/^# /gm, '')),
    ),
  ].filter(({ text }) => text !== '');
}
