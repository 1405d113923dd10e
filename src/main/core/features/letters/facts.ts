import type { Kysely } from 'kysely';
import type { AgreementTerms } from '../../../../shared/contract/agreements.ts';
import type { Channel } from '../../../../shared/contract/channel.ts';
import type { Behaviour } from '../../../../shared/contract/incidentKinds.ts';
import type { LetterKind } from '../../../../shared/contract/letterTexts.ts';
import type { BannableChannel, BanScope, ReplacedAs } from '../../../../shared/contract/measureDecision.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import type { Schema } from '../../store/schema.ts';
import { incidentKinds } from '../incidents/queries.ts';

type Database = Kysely<Schema>;

/** What is known of what a letter is about. */
export interface LetterFacts {
  callerName: string;
  postalAddress: string;
  reason: string;
  /** First and last day; null for what has no period. */
  from: string | null;
  lastDay: string | null;
  /** The day on which it really ended or will. */
  endsOn: string | null;
  reviewDay: string | null;
  ban: { channels: BannableChannel[]; scope: BanScope; scopeName: string; staysOpen: string } | null;
  incidents: { occurredAt: number; channel: Channel; behaviours: Behaviour[] }[];
  objection: { receivedOn: string; text: string; answer: string | null } | null;
  agreement: Pick<AgreementTerms, 'callsPerWeek' | 'moments'> | null;
  kinds: LetterKind[];
}

async function readIncidentsOf(database: Database, measureId: number) {
  const rows = await database
    .selectFrom('measureIncident')
    .innerJoin('incident', 'incident.id', 'measureIncident.incidentId')
    .select(['incident.id', 'incident.occurredAt', 'incident.channel'])
    .where('measureIncident.measureId', '=', measureId)
    .orderBy('incident.occurredAt')
    .execute();
  const kinds = await incidentKinds(
    database,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, occurredAt, channel }) => ({ occurredAt, channel, behaviours: kinds(id).behaviours }));
}

/** The newest objection: the one that a letter would answer. */
function readObjection(database: Database, measureId: number) {
  return database
    .selectFrom('objection')
    .select(['receivedOn', 'text', 'answer'])
    .where('measureId', '=', measureId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

function kindsFor(measure: { step: string; replacesAs: ReplacedAs | null; liftedAt: number | null }): LetterKind[] {
  if (measure.step === 'warning') return ['warning'];
  if (measure.step !== 'contactBan') return [];
  const decision: LetterKind = measure.replacesAs === 'extended' ? 'extension' : 'contactBan';
  return measure.liftedAt === null ? [decision] : ['lifting', decision];
}

/** What is known of a measure; null when there is none. */
export async function factsOfMeasure(
  database: Database,
  measureId: number,
  timeZone: string,
): Promise<LetterFacts | null> {
  const measure = await database
    .selectFrom('measure')
    .innerJoin('caller', 'caller.id', 'measure.callerId')
    .selectAll('measure')
    .select(['caller.displayName as callerName', 'caller.postalAddress'])
    .where('measure.id', '=', measureId)
    .executeTakeFirst();
  if (!measure) return null;
  const { callerName, postalAddress, reason, fromDay, lastDay, reviewDay } = measure;
  const { scope, scopeName, staysOpen, liftedAt } = measure;
  const rows = await database
    .selectFrom('measureChannel')
    .select('channel')
    .where('measureId', '=', measureId)
    .execute();
  const channels = rows.map(({ channel }) => channel);
  const objection = (await readObjection(database, measureId)) ?? null;
  return {
    ...{ callerName, postalAddress, reason, from: fromDay, lastDay, reviewDay, objection },
    endsOn: liftedAt === null ? lastDay : dayOf(liftedAt, timeZone),
    ban: measure.step === 'contactBan' ? { channels, scope, scopeName, staysOpen } : null,
    incidents: await readIncidentsOf(database, measureId),
    agreement: null,
    kinds: objection ? [...kindsFor(measure), 'answerToObjection'] : kindsFor(measure),
  };
}

/** What is known of an agreement; null when there is none. */
export async function factsOfAgreement(
  database: Database,
  agreementId: number,
  timeZone: string,
): Promise<LetterFacts | null> {
  const agreement = await database
    .selectFrom('agreement')
    .innerJoin('caller', 'caller.id', 'agreement.callerId')
    .selectAll('agreement')
    .select(['caller.displayName as callerName', 'caller.postalAddress'])
    .where('agreement.id', '=', agreementId)
    .executeTakeFirst();
  if (!agreement) return null;
  const { callerName, postalAddress, reason, startsOn, lastDay, reviewOn, endedAt, callsPerWeek } = agreement;
  const moments = await database
    .selectFrom('agreementMoment')
    .select(['weekday', 'fromTime as from', 'untilTime as until'])
    .where('agreementId', '=', agreementId)
    .orderBy('weekday')
    .orderBy('fromTime')
    .execute();
  return {
    ...{ callerName, postalAddress, reason, from: startsOn, lastDay, reviewDay: reviewOn },
    endsOn: endedAt === null ? lastDay : dayOf(endedAt, timeZone),
    ban: null,
    incidents: [],
    objection: null,
    agreement: { callsPerWeek, moments },
    kinds: ['agreement'],
  };
}
