import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { GroupKind, TeamGroup } from '../../../../shared/contract/team.ts';
import type { Schema } from '../../store/schema.ts';
import { renameFunction } from '../questionnaires/queries.ts';
import { activeMembers } from './members.ts';

type Database = Kysely<Schema>;

export async function readGroups(database: Database): Promise<TeamGroup[]> {
  const groups = await database.selectFrom('teamGroup').selectAll().orderBy('kind').orderBy('name').execute();
  const members = await database
    .selectFrom('user')
    .select(['function', 'department'])
    .where('active', '=', 1)
    .where('demo', '=', 0)
    .execute();
  return groups.map(({ retired, ...group }) => ({
    ...group,
    retired: retired === 1,
    members: members.filter((member) => member[group.kind] === group.name).length,
  }));
}

export async function readGroup(database: Database, groupId: number) {
  return database.selectFrom('teamGroup').select(['kind', 'name']).where('id', '=', groupId).executeTakeFirst();
}

/** The group with this name, whatever the case: `receptie` and `Receptie` are one. */
export async function groupNamed(database: Database, kind: GroupKind, name: string) {
  const groups = await database.selectFrom('teamGroup').select(['id', 'name']).where('kind', '=', kind).execute();
  return groups.find((group) => group.name.toLowerCase() === name.toLowerCase());
}

export async function insertGroup(database: Database, kind: GroupKind, name: string): Promise<number> {
  const { id } = await database
    .insertInto('teamGroup')
    .values({ kind, name })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** False when there is no such group. */
export async function setRetired(database: Database, groupId: number, retired: boolean): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('teamGroup')
    .set({ retired: retired ? 1 : 0 })
    .where('id', '=', groupId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * What somebody gets, in the spelling of the list. A name that is not on it comes on it, and one that was retired is in
 * use again, unless it is what they had.
 */
export async function groupFor(database: Database, kind: GroupKind, typed: string, had = ''): Promise<string> {
  if (typed === '' || typed === had) return typed;
  const known = await groupNamed(database, kind, typed);
  if (!known) {
    await insertGroup(database, kind, typed);
    return typed;
  }
  if (known.name !== had) await setRetired(database, known.id, false);
  return known.name;
}

/** A new name for a group, wherever the old one stands: of people, of who is asked, in results, and half-typed. */
export async function renameGroup(
  database: Database,
  groupId: number,
  { kind, name: old }: { kind: GroupKind; name: string },
  name: string,
): Promise<void> {
  await database.updateTable('teamGroup').set({ name }).where('id', '=', groupId).execute();
  await database
    .updateTable('user')
    .set({ [kind]: name })
    .where(kind, '=', old)
    .execute();
  await renameHalfTyped(database, kind, old, name);
  if (kind === 'function') await renameFunction(database, old, name);
}

const halfTyped = z.looseObject({ function: z.string(), department: z.string() });

/** In the details of colleagues that somebody has not saved yet: saving them would bring the old name back. */
async function renameHalfTyped(database: Database, kind: GroupKind, old: string, name: string): Promise<void> {
  const ids = (await activeMembers(database)).map((member) => `member ${member.id}`);
  const rows = await database
    .selectFrom('unfinished')
    .select(['id', 'content'])
    .where('form', 'in', ['member', ...ids])
    .execute();
  for (const { id, content } of rows) {
    const typed = halfTyped.parse(JSON.parse(content));
    if (typed[kind] !== old) continue;
    const renamed = JSON.stringify({ ...typed, [kind]: name });
    await database.updateTable('unfinished').set({ content: renamed }).where('id', '=', id).execute();
  }
}
