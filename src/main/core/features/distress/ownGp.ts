import type { Kysely } from 'kysely';
import type { Language } from '../../../../shared/contract/base.ts';
import type { OwnGp } from '../../../../shared/contract/ownGp.ts';
import { directoryCheck } from '../../rules/directoryCheck.ts';
import { type GpOnCard, isListedAs, ownGpOf } from '../../rules/ownGp.ts';
import { readPhoneNumber } from '../../rules/phoneNumber.ts';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

/** The caller's own practitioner, as the card and the telephone list say it. */
export async function readOwnGp(
  database: Database,
  card: GpOnCard,
  { language, today }: { language: Language; today: string },
): Promise<OwnGp | null> {
  const rows = await database
    .selectFrom('directoryEntry')
    .select(['kind', 'name', 'number', 'checkedOn', 'verified'])
    .where('kind', '=', 'gp')
    .where('language', '=', language)
    .orderBy('id')
    .execute();
  const listed = rows.map(({ name, number, checkedOn, ...row }) => {
    const check = directoryCheck({ ...row, number, checkedOn, verified: row.verified === 1 }, today);
    return { name, number, checkedOn, check };
  });
  return ownGpOf(card, listed);
}

/** The names on cards that mean this practitioner of the telephone list. */
async function namesOnCards(database: Database, name: string): Promise<string[]> {
  const rows = await database
    .selectFrom('caller')
    .select(['generalPractitioner', 'generalPractitionerNumber'])
    .distinct()
    .where('generalPractitionerNumber', '=', '')
    .execute();
  return rows.filter((card) => isListedAs(card, name)).map((card) => card.generalPractitioner);
}

/** Cards keep meaning a practitioner who is called otherwise from now on. */
export async function renameOnCards(database: Database, before: string, name: string): Promise<void> {
  await database
    .updateTable('caller')
    .set({ generalPractitioner: name })
    .where('generalPractitionerNumber', '=', '')
    .where('generalPractitioner', 'in', await namesOnCards(database, before))
    .execute();
}

/** Whoever leaves the telephone list leaves the number on the cards. */
export async function leaveOnCards(database: Database, name: string, number: string): Promise<void> {
  const read = readPhoneNumber(number);
  if (!read) return;
  await database
    .updateTable('caller')
    .set({ generalPractitionerNumber: read.number })
    .where('generalPractitionerNumber', '=', '')
    .where('generalPractitioner', 'in', await namesOnCards(database, name))
    .execute();
}
