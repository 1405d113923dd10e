import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type HouseRules, houseRules, type Practice, practice } from '../../../../shared/contract/settings.ts';
import { defaultAftercareRule } from '../../rules/aftercare.ts';
import { defaultAttachmentsRule } from '../../rules/attachment.ts';
import { defaultBucketRule } from '../../rules/bucket.ts';
import { defaultColleagueHours } from '../../rules/colleague.ts';
import { defaultFrequencyRule } from '../../rules/frequency.ts';
import { defaultMeasuresRule } from '../../rules/nextStep.ts';
import type { Schema } from '../../store/schema.ts';

export const defaultHouseRules: HouseRules = {
  aftercare: defaultAftercareRule,
  attachments: defaultAttachmentsRule,
  bucket: defaultBucketRule,
  frequency: defaultFrequencyRule,
  measures: defaultMeasuresRule,
  colleagueHours: defaultColleagueHours,
  idleLockMinutes: 5,
};

/** What is kept under a key; undefined when nothing ever was. */
export async function findSetting(database: Kysely<Schema>, key: string): Promise<unknown> {
  const row = await database.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row && JSON.parse(row.value);
}

export async function writeSetting(database: Kysely<Schema>, key: string, content: unknown): Promise<void> {
  const value = JSON.stringify(content);
  await database
    .insertInto('setting')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

export async function readPractice(database: Kysely<Schema>): Promise<Practice> {
  return practice.parse(await findSetting(database, 'practice'));
}

export function writePractice(database: Kysely<Schema>, content: Practice): Promise<void> {
  return writeSetting(database, 'practice', content);
}

/** What a store from before a rule existed does not have starts with its default. */
export async function readHouseRules(database: Kysely<Schema>): Promise<HouseRules> {
  const stored = z.record(z.string(), z.unknown()).parse(await findSetting(database, 'houseRules'));
  return houseRules.parse({ ...defaultHouseRules, ...stored });
}

export function writeHouseRules(database: Kysely<Schema>, content: HouseRules): Promise<void> {
  return writeSetting(database, 'houseRules', content);
}
