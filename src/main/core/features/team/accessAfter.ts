import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { AccessToCheck } from '../../../../shared/contract/team.ts';
import type { KeyFile } from '../../store/keyFile.ts';
import type { Schema } from '../../store/schema.ts';
import { findSetting, writeSetting } from '../settings/queries.ts';
import { activeMembers } from './members.ts';

type Database = Kysely<Schema>;

const KEY = 'putBack';
const putBack = z.object({ at: z.number() }).nullable();

/** Something took the place of the store: who may unlock the app is as it was then, in part. */
export function notePutBack(database: Database, at: number): Promise<void> {
  return writeSetting(database, KEY, { at });
}

export function forgetPutBack(database: Database): Promise<void> {
  return writeSetting(database, KEY, null);
}

/** When something was put back that no manager has looked at yet. */
export async function readPutBack(database: Database): Promise<number | null> {
  return putBack.parse((await findSetting(database, KEY)) ?? null)?.at ?? null;
}

export async function readAccess(database: Database, holders: KeyFile['users']): Promise<AccessToCheck | null> {
  const putBackAt = await readPutBack(database);
  if (putBackAt === null) return null;
  const members = await activeMembers(database);
  const hasKey = ({ id }: { id: number }) => holders.some((holder) => holder.id === id);
  const isMember = ({ id }: { id: number }) => members.some((member) => member.id === id);
  const namesOf = (people: readonly { name: string }[]) => people.map(({ name }) => name);
  return {
    putBackAt,
    withAccess: namesOf(members.filter(hasKey)),
    withoutKey: namesOf(members.filter((member) => !hasKey(member))),
    notInStore: namesOf(holders.filter((holder) => !isMember(holder))),
  };
}
