import type { Insertable, Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import textsEn from '../../../../../resources/texts/en/houseRules.json' with { type: 'json' };
import textsNl from '../../../../../resources/texts/nl/houseRules.json' with { type: 'json' };
import { type HouseRule, type HouseRuleOverview, startingHouseRule } from '../../../../shared/contract/houseRules.ts';
import { letterBlocks } from '../../rules/letter.ts';
import type { Schema } from '../../store/schema.ts';
import { membersOfTeam } from '../team/members.ts';

type Database = Kysely<Schema>;
type Row = Selectable<Schema['houseRuleVersion']> & { byName: string };

/** A text with its versions, the newest first; without any when nobody has decided on it yet. */
export interface Document {
  current: HouseRule;
  before: HouseRule[];
  isWithdrawn: boolean;
}

const shown = (title: string, text: string) => ({ title, text, blocks: letterBlocks(text) });

const english = new Map(
  z
    .array(startingHouseRule)
    .parse(textsEn)
    .map((one) => [one.document, one]),
);

/** What every practice starts with, in the order in which it is shown. */
const starting: HouseRule[] = z
  .array(startingHouseRule)
  .parse(textsNl)
  .map(({ document, title, text }) => {
    const other = english.get(document);
    const words = { nl: shown(title, text), en: shown(other?.title ?? '', other?.text ?? '') };
    return { document, version: 0, words, decided: null };
  });

const asRule = ({ document, version, decidedAt, byName, note, ...row }: Row): HouseRule => ({
  ...{ document, version },
  words: { nl: shown(row.titleNl, row.textNl), en: shown(row.titleEn, row.textEn) },
  decided: { at: decidedAt, byName, note },
});

/** Every text: those the product came with first, then those made here. */
export async function readDocuments(database: Database): Promise<Document[]> {
  const rows = await database
    .selectFrom('houseRuleVersion')
    .innerJoin('user', 'user.id', 'houseRuleVersion.decidedBy')
    .selectAll('houseRuleVersion')
    .select('user.name as byName')
    .orderBy('houseRuleVersion.id', 'desc')
    .execute();
  const versions = Map.groupBy(rows, ({ document }) => document);
  const known = new Set(starting.map(({ document }) => document));
  const made = [...versions.keys()].filter((document) => !known.has(document)).toReversed();
  return [...known, ...made].flatMap((document) => {
    const start = starting.filter((one) => one.document === document);
    const ofOne = versions.get(document) ?? [];
    const [current, ...before] = [...ofOne.map(asRule), ...start];
    return current ? [{ current, before, isWithdrawn: ofOne[0]?.withdrawn === 1 }] : [];
  });
}

export async function readDocument(database: Database, document: string): Promise<Document | undefined> {
  return (await readDocuments(database)).find(({ current }) => current.document === document);
}

/** When a worker confirmed which version of which text. */
export async function readingsOf(database: Database, userId: number): Promise<Map<string, number>> {
  const rows = await database
    .selectFrom('houseRuleReading')
    .select(['document', 'version', 'readAt'])
    .where('userId', '=', userId)
    .execute();
  return new Map(rows.map(({ document, version, readAt }) => [`${document} ${version}`, readAt]));
}

/** Everybody in the team with the newest version of each text they confirmed. */
export async function readReaders(database: Database): Promise<(document: string) => HouseRuleOverview['readers']> {
  const team = await membersOfTeam(database);
  const readings = await database.selectFrom('houseRuleReading').selectAll().orderBy('version').execute();
  const newest = new Map(readings.map((reading) => [`${reading.document} ${reading.userId}`, reading]));
  return (document) =>
    team.map(({ id, name }) => {
      const reading = newest.get(`${document} ${id}`);
      return { id, name, version: reading?.version ?? null, at: reading?.readAt ?? null };
    });
}

/** A version that was read before stays read when it was. */
export async function confirmReading(database: Database, reading: Schema['houseRuleReading']): Promise<void> {
  await database
    .insertInto('houseRuleReading')
    .values(reading)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

interface Words {
  title: string;
  text: string;
}

/** A new version of a text, or of its withdrawal, with the words that stand in it. */
export async function decideVersion(
  database: Database,
  decided: Omit<Insertable<Schema['houseRuleVersion']>, 'titleNl' | 'textNl' | 'titleEn' | 'textEn'>,
  { nl, en }: { nl: Words; en: Words },
): Promise<number> {
  const { id } = await database
    .insertInto('houseRuleVersion')
    .values({ ...decided, titleNl: nl.title, textNl: nl.text, titleEn: en.title, textEn: en.text })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
