import type { Kysely } from 'kysely';
import type { CallerDetails, CallerFlag, CallerResult, NewCaller } from '../../../../shared/contract/callers.ts';
import { isHiddenNumber, type PhoneNumber, readPhoneNumber } from '../../rules/phoneNumber.ts';
import { searchTextOf } from '../../rules/searchText.ts';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

/** A telephone number that cannot be read; the procedure says so at the field. */
export class UnreadableNumber extends Error {
  readonly number: string;

  constructor(number: string) {
    super('a telephone number cannot be read');
    this.number = number;
  }
}

/** A number that was withheld is none. */
const shownNumbers = (typed: readonly string[]) => typed.filter((number) => !isHiddenNumber(number));

function readNumbers(typed: readonly string[]): PhoneNumber[] {
  return shownNumbers(typed).map((number) => {
    const read = readPhoneNumber(number);
    if (!read) throw new UnreadableNumber(number);
    return read;
  });
}

async function insertNumbers(database: Database, callerId: number, numbers: readonly PhoneNumber[]): Promise<void> {
  if (numbers.length === 0) return;
  await database
    .insertInto('callerNumber')
    .values(numbers.map((number) => ({ callerId, ...number })))
    .execute();
}

/** What of the details stands in the row of a caller. */
export function columns(details: CallerDetails) {
  const { numbers: _numbers, ...rest } = details;
  const [ownGp] = readNumbers([details.generalPractitionerNumber].filter(Boolean));
  return { ...rest, generalPractitionerNumber: ownGp?.number ?? '', searchText: searchTextOf(details.displayName) };
}

export async function insertCaller(database: Database, details: CallerDetails, now: number): Promise<number> {
  const numbers = readNumbers(details.numbers);
  const { id } = await database
    .insertInto('caller')
    .values({ ...columns(details), lastContactAt: now, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertNumbers(database, id, numbers);
  return id;
}

export async function updateCaller(database: Database, callerId: number, details: CallerDetails): Promise<void> {
  const numbers = readNumbers(details.numbers);
  await database.updateTable('caller').set(columns(details)).where('id', '=', callerId).execute();
  await database.deleteFrom('callerNumber').where('callerId', '=', callerId).execute();
  await insertNumbers(database, callerId, numbers);
}

/** Makes a card for a caller noted in passing; null when there is neither a name nor a number: nobody is “anonymous”. */
export async function insertNewCaller(database: Database, caller: NewCaller, now: number): Promise<number | null> {
  const [name] = shownNumbers([caller.displayName.trim(), caller.number.trim()]).filter(Boolean);
  if (!name) return null;
  const details: CallerDetails = {
    displayName: name,
    birthDate: caller.birthDate,
    numbers: caller.number.trim() ? [caller.number] : [],
    generalPractitioner: '',
    generalPractitionerNumber: '',
    addressForm: '',
    spokenLanguage: '',
    checkFirst: '',
    postalAddress: '',
    remark: '',
  };
  return insertCaller(database, details, now);
}

export async function readCaller(database: Database, callerId: number): Promise<CallerDetails | null> {
  const row = await database.selectFrom('caller').selectAll().where('id', '=', callerId).executeTakeFirst();
  if (!row) return null;
  const numbers = await database
    .selectFrom('callerNumber')
    .select('number')
    .where('callerId', '=', callerId)
    .orderBy('id')
    .execute();
  return {
    displayName: row.displayName,
    birthDate: row.birthDate,
    numbers: numbers.map(({ number }) => number),
    generalPractitioner: row.generalPractitioner,
    generalPractitionerNumber: row.generalPractitionerNumber,
    addressForm: row.addressForm,
    spokenLanguage: row.spokenLanguage,
    checkFirst: row.checkFirst,
    postalAddress: row.postalAddress,
    remark: row.remark,
  };
}

/** Search results for ids, in the order of the ids. */
export async function readResults(
  database: Database,
  callerIds: readonly number[],
  flags: ReadonlyMap<number, CallerFlag[]>,
): Promise<Omit<CallerResult, 'isLookAlike'>[]> {
  if (callerIds.length === 0) return [];
  const rows = await database
    .selectFrom('caller')
    .select(['id', 'displayName', 'birthDate', 'lastContactAt'])
    .where('id', 'in', callerIds)
    .execute();
  const numbers = await database
    .selectFrom('callerNumber')
    .select(['callerId', 'number'])
    .where('callerId', 'in', callerIds)
    .orderBy('id', 'desc')
    .execute();
  const firstNumber = new Map(numbers.map(({ callerId, number }) => [callerId, number]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return callerIds.flatMap((id) => {
    const row = byId.get(id);
    return row ? [{ ...row, number: firstNumber.get(id) ?? null, flags: flags.get(id) ?? [] }] : [];
  });
}

export async function contactsSince(database: Database, callerId: number, since: number): Promise<number> {
  const { count } = await database
    .selectFrom('contact')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('callerId', '=', callerId)
    .where('startedAt', '>=', since)
    .executeTakeFirstOrThrow();
  return count;
}
