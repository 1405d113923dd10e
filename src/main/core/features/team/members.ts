import type { Kysely } from 'kysely';
import type { Role } from '../../../../shared/contract/base.ts';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

export interface Member {
  id: number;
  name: string;
  role: Role;
}

/** Who can unlock the app, by name. */
export function activeMembers(database: Database): Promise<Member[]> {
  return database.selectFrom('user').select(['id', 'name', 'role']).where('active', '=', 1).orderBy('name').execute();
}

export function isNameTaken(members: readonly Member[], name: string, ownId?: number): boolean {
  return members.some((member) => member.id !== ownId && member.name.toLowerCase() === name.toLowerCase());
}

/** Whether nobody could lead the practice any more without this one. */
export function isLastManager(members: readonly Member[], userId: number): boolean {
  return !members.some(({ id, role }) => role === 'manager' && id !== userId);
}

/** A word of the practice in the spelling that it has already, so that `receptie` and `Receptie` are one group. */
export async function inUsedSpelling(
  database: Database,
  column: 'function' | 'department',
  typed: string,
): Promise<string> {
  const rows = await database.selectFrom('user').select(column).distinct().orderBy(column).execute();
  return rows.map((row) => row[column]).find((used) => used.toLowerCase() === typed.toLowerCase()) ?? typed;
}
