import { callerReferences } from '../../src/main/core/store/callerReferences.ts';
import type { PracticeCopy } from './template.ts';

export function storeOf({ core }: PracticeCopy) {
  const { unlocked } = core.context.core.session;
  if (!unlocked) throw new Error('nobody is at work');
  return unlocked;
}

/** Everything the store holds of callers, but for the mark that only makes the search quick. */
export async function everything(opened: PracticeCopy): Promise<Record<string, unknown[]>> {
  const { connection, database } = storeOf(opened);
  const tables = (await callerReferences(database)).map(({ tableName }) => tableName);
  const content = ['caller', 'callerNumber', 'draft', 'callerMergeRow', ...tables].map((table) => [
    table,
    connection.prepare(`select * from ${table}`).all(),
  ]);
  const dump: Record<string, unknown[]> = Object.fromEntries(content);
  const callers = connection
    .prepare(
      `select id, displayName, searchText, birthDate, generalPractitioner, generalPractitionerNumber, addressForm, spokenLanguage, checkFirst,
         postalAddress, remark, lastContactAt, createdAt, demo from caller order by id`,
    )
    .all();
  return { ...dump, caller: callers };
}

export const merge = ({ client }: PracticeCopy, callerId: number, otherId: number, more = {}) =>
  client.callers.merge({ callerId, otherId, choices: {}, agreement: 'kept', ...more });
