import type { Kysely } from 'kysely';
import type { Language, Role } from '../../../../shared/contract/base.ts';
import type { TeamMember } from '../../../../shared/contract/team.ts';
import type { Schema } from '../../store/schema.ts';
import { readDays, writtenDays } from './workingDays.ts';

type Database = Kysely<Schema>;

/** Everybody who can unlock the app or could once, those who can first. */
export async function readTeam(database: Database): Promise<TeamMember[]> {
  const rows = await database
    .selectFrom('user')
    .select(['id', 'name', 'role', 'function', 'department', 'workingDays'])
    .select(['language', 'active', 'createdAt'])
    .where('demo', '=', 0)
    .orderBy('active', 'desc')
    .orderBy('name')
    .execute();
  return rows.map((row) => ({ ...row, workingDays: readDays(row.workingDays), active: row.active === 1 }));
}

/** What somebody does and where. */
export function readWork(database: Database, userId: number) {
  return database
    .selectFrom('user')
    .select(['function', 'department'])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
}

interface Details {
  name: string;
  role: Role;
  function: string;
  department: string;
}

export async function insertMember(
  database: Database,
  { workingDays, ...member }: Details & { language: Language; workingDays: readonly number[] },
  createdAt: number,
): Promise<number> {
  const { id } = await database
    .insertInto('user')
    .values({ ...member, workingDays: writtenDays(workingDays), theme: 'system', active: 1, createdAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Working days that are left out stay as they were. */
export async function updateMember(
  database: Database,
  userId: number,
  { workingDays, ...details }: Details & { workingDays?: readonly number[] | undefined },
): Promise<void> {
  await database
    .updateTable('user')
    .set({ ...details, ...(workingDays && { workingDays: writtenDays(workingDays) }) })
    .where('id', '=', userId)
    .execute();
}

export async function takeAccessAway(database: Database, userId: number, removedAt: number): Promise<void> {
  await database.updateTable('user').set({ active: 0, removedAt }).where('id', '=', userId).execute();
}
