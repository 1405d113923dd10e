import type { Kysely } from 'kysely';
import type { Role } from '../../../../shared/contract/base.ts';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

export interface Member {
  id: number;
  name: string;
  role: Role;
}

const members = (database: Database) => database.selectFrom('user').select(['id', 'name', 'role']).orderBy('name');

/** Who can unlock the app, by name. */
export function activeMembers(database: Database): Promise<Member[]> {
  return members(database).where('active', '=', 1).execute();
}

/** The same with the invented colleagues of the practice to try things with, for what a manager keeps of a team. */
export function membersOfTeam(database: Database): Promise<Member[]> {
  return members(database)
    .where((where) => where.or([where('active', '=', 1), where('demo', '=', 1)]))
    .execute();
}

export function isNameTaken(members: readonly Member[], name: string, ownId?: number): boolean {
  return members.some((member) => member.id !== ownId && member.name.toLowerCase() === name.toLowerCase());
}

/** Whether nobody could lead the practice any more without this one. */
export function isLastManager(members: readonly Member[], userId: number): boolean {
  return !members.some(({ id, role }) => role === 'manager' && id !== userId);
}
