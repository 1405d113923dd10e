import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Language } from '../../../../shared/contract/base.ts';
import {
  type ShareForm,
  type ShareSheet,
  type ShareWay,
  shareItem,
  shareSheet,
  type ToldShare,
} from '../../../../shared/contract/concernSharing.ts';
import type { Concern } from '../../../../shared/contract/distress.ts';
import type { OwnGp } from '../../../../shared/contract/ownGp.ts';
import { leastItems } from '../../rules/sharing.ts';
import type { Flag } from '../../store/schema/flag.ts';
import type { Schema } from '../../store/schema.ts';
import { readOwnGp } from './ownGp.ts';

type Database = Kysely<Schema>;

/** All there is to tell from. */
export interface ShareFacts {
  concern: Concern;
  callerName: string;
  number: string;
  birthDate: string | null;
  ownGp: OwnGp | null;
}

export async function factsOf(
  database: Database,
  concern: Concern,
  setting: { language: Language; today: string },
): Promise<ShareFacts> {
  const caller = await database
    .selectFrom('caller')
    .select(['displayName', 'birthDate', 'generalPractitioner', 'generalPractitionerNumber'])
    .where('id', '=', concern.callerId ?? 0)
    .executeTakeFirst();
  const number = await database
    .selectFrom('callerNumber')
    .select('number')
    .where('callerId', '=', concern.callerId ?? 0)
    .orderBy('id')
    .executeTakeFirst();
  return {
    ...{ concern, callerName: caller?.displayName ?? '', number: number?.number ?? '' },
    birthDate: caller?.birthDate ?? null,
    ownGp: caller ? await readOwnGp(database, caller, setting) : null,
  };
}

const items = z.array(shareItem);

/** What is being prepared to tell about a record; nothing asked and the least chosen when it has not begun. */
export async function readShareDraft(
  database: Database,
  concernId: number,
): Promise<ShareForm & { id: number | null }> {
  const row = await database
    .selectFrom('concernShare')
    .selectAll()
    .where('concernId', '=', concernId)
    .where('toldAt', 'is', null)
    .executeTakeFirst();
  if (!row)
    return {
      ...{ id: null, consent: null, vitalInterest: false, reason: '' },
      ...{ items: [...leastItems], place: '', receiver: null, receiverName: '' },
    };
  const { id, consent, reason, place, receiver, receiverName } = row;
  return {
    ...{ id, consent, reason, place, receiver, receiverName },
    ...{ vitalInterest: row.vitalInterest === 1, items: items.parse(JSON.parse(row.items)) },
  };
}

/** Keeps the draft, and makes it when there is none yet. */
export async function writeShareDraft(
  database: Database,
  draft: { id: number | null; concernId: number; userId: number; form: ShareForm; now: number },
): Promise<void> {
  const { id, concernId, userId, form, now } = draft;
  const vitalInterest: Flag = form.vitalInterest ? 1 : 0;
  const row = { ...form, concernId, userId, savedAt: now, vitalInterest, items: JSON.stringify(form.items) };
  if (id === null) await database.insertInto('concernShare').values(row).execute();
  else await database.updateTable('concernShare').set(row).where('id', '=', id).execute();
}

export async function markTold(
  database: Database,
  shareId: number,
  told: { sheet: ShareSheet; way: ShareWay; userId: number; now: number },
): Promise<void> {
  await database
    .updateTable('concernShare')
    .set({ sheet: JSON.stringify(told.sheet), way: told.way, userId: told.userId, toldAt: told.now })
    .where('id', '=', shareId)
    .execute();
}

export async function readTold(database: Database, concernId: number): Promise<ToldShare[]> {
  const rows = await database
    .selectFrom('concernShare')
    .innerJoin('user', 'user.id', 'concernShare.userId')
    .select([
      'concernShare.id',
      'toldAt',
      'user.name as byName',
      'receiver',
      'receiverName',
      'consent',
      'reason',
      'way',
    ])
    .where('concernId', '=', concernId)
    .orderBy('toldAt')
    .execute();
  return rows.flatMap(({ id, toldAt, byName, receiver, receiverName, consent, reason, way }) => {
    if (toldAt === null || receiver === null || way === null) return [];
    const ground = consent === 'given' ? 'consent' : 'vitalInterest';
    return [
      { id, at: toldAt, byName, receiver, receiverName, ground, reason: ground === 'consent' ? '' : reason, way },
    ];
  });
}

export async function readToldSheet(database: Database, shareId: number) {
  const row = await database
    .selectFrom('concernShare')
    .select(['concernId', 'sheet'])
    .where('id', '=', shareId)
    .executeTakeFirst();
  if (!row || row.sheet === null) return undefined;
  return { concernId: row.concernId, sheet: shareSheet.parse(JSON.parse(row.sheet)) };
}
