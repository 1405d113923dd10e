import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Unlocked } from '../../src/main/core/features/session/unlocked.ts';
import { listBackups } from '../../src/main/core/store/backupFiles.ts';
import { isRightKey, readKeys } from '../../src/main/core/store/keyFile.ts';
import { unwrapKey } from '../../src/main/core/store/keyWrapping.ts';
import { connect } from '../../src/main/core/store/open.ts';
import { errorCode } from '../../src/main/core/store/problem.ts';
import { listAside } from '../../src/main/core/store/restore.ts';
import { aDraft } from '../support/samples.ts';
import { expectedOf, type Line } from './facts.ts';
import { isMendedIn } from './mended.ts';
import { type Opened, whileOpen } from './opened.ts';
import {
  copiesOn,
  firstPassword,
  inBackup,
  isOld,
  oldContactsAre,
  restoredName,
  stickOf,
  takenFrom,
} from './practice.ts';

/** Karin, who may ask whether the audit log is whole. */
const manager = 1;

/** Deriving a key from a password takes half a second, and most folders of a run hold the same wrapped keys. */
const tried = new Map<string, Promise<boolean>>();

async function opens({ session }: Opened, userId: number, password: string): Promise<boolean> {
  const wrapped = session.keys.file?.users.find(({ id }) => id === userId)?.key;
  if (!wrapped) return false;
  const name = `${JSON.stringify(wrapped)} ${password}`;
  const result =
    tried.get(name) ?? unwrapKey(password, wrapped, session.keys.file?.earlier ?? []).then((key) => key !== null);
  tried.set(name, result);
  return result;
}

async function memberIs(opened: Opened, { database }: Unlocked, name: string): Promise<string | null> {
  const row = await database.selectFrom('user').select('active').where('name', '=', name).executeTakeFirst();
  const hasKey = opened.session.keys.file?.users.some((user) => user.name === name) ?? false;
  if (!row && !hasKey) return null;
  if (row?.active && hasKey) return 'active';
  return row?.active || hasKey ? 'half' : 'gone';
}

/** `whole`, or what is wrong with a store; null where there is none. */
export function storeIs(backups: string, key: Uint8Array, name: string): string | null {
  const file = path.join(backups, name);
  if (!existsSync(file)) return null;
  try {
    const backup = connect(file, key);
    const integrity = String(backup.pragma('integrity_check(1)', { simple: true }));
    backup.close();
    return integrity === 'ok' ? 'whole' : integrity;
  } catch (error) {
    return errorCode(error);
  }
}

/** A copy on the stick, with keys beside it that open what it is of. */
function copyIs({ session }: Opened, key: Uint8Array, name: string): string | null {
  const copies = copiesOn(stickOf(session.dataFolder.folder));
  const keys = readKeys({ keys: path.join(copies, 'keys.json') });
  if (!keys || keys.damage) return 'without keys';
  return isRightKey(keys.file, key) ? storeIs(copies, key, name) : 'with other keys';
}

function countIn(file: string, key: Uint8Array, text: string): number {
  const store = connect(file, key);
  const found = store.prepare<[string], number>('select count(*) from contact where text like ?').pluck().get(text);
  store.close();
  return found ?? 0;
}

/** Which store a contact is in: the one of now, or a whole one that was put aside. */
async function placeOf({ session }: Opened, unlocked: Unlocked, text: string): Promise<string | null> {
  const { database, dataEncryptionKey: key } = unlocked;
  const isHere = await database.selectFrom('contact').select('id').where('text', '=', text).executeTakeFirst();
  if (isHere) return 'now';
  const { folder } = session.dataFolder;
  const isThere = ({ name }: { name: string }) =>
    storeIs(folder, key, name) === 'whole' && countIn(path.join(folder, name), key, text) > 0;
  return listAside(session.dataFolder).some(isThere) ? 'aside' : null;
}

/** Whether all copies from before are there, or some or all went for newer ones that are whole, here and on the stick. */
function olderCopiesAre({ session }: Opened, key: Uint8Array): string {
  const { folder, backups } = session.dataFolder;
  const isAside = listAside(session.dataFolder).some(({ name }) => storeIs(folder, key, name) === 'whole');
  const isThere = [isAside];
  for (const place of [backups, copiesOn(stickOf(folder))]) {
    const names = listBackups(place).map(({ name }) => name);
    const bad = names.find((name) => storeIs(place, key, name) !== 'whole');
    if (bad) return `${bad} that is not whole`;
    const isOlderThere = names.includes(restoredName);
    isThere.push(isOlderThere);
    const mustHaveNewer = !isOlderThere || (place === backups && !isAside);
    const isNewer = (name: string) => name !== restoredName && countIn(path.join(place, name), key, '%') > 0;
    if (mustHaveNewer && !names.some(isNewer)) return `no newer one in ${path.basename(place)}`;
  }
  if (isThere.every(Boolean)) return 'there';
  return isThere.some(Boolean) ? 'half' : 'gone';
}

/** Whether the log says that it goes on with less than there was; an older store under the key of now is told of as a backup. */
async function saysWhyShorter({ database }: Unlocked): Promise<string | null> {
  const said = database.selectFrom('auditEntry').select('id');
  const entry = await said
    .where('action', 'in', ['audit.shorter', 'backup.restoreOlder', 'backup.restore'])
    .executeTakeFirst();
  return entry ? 'yes' : null;
}

/** What a folder holds for a key; of a password, which of the allowed ones opens it. */
async function foundFor(
  opened: Opened,
  unlocked: Unlocked,
  key: string,
  allowed: readonly (string | null)[],
): Promise<string | null> {
  const [kind = '', ...rest] = key.split(' ');
  const about = rest.join(' ');
  const { database } = unlocked;
  const count = (rows: readonly unknown[]) => (rows.length === 0 ? null : String(rows.length));
  switch (kind) {
    case 'draft': {
      const row = await database.selectFrom('draft').select('content').where('id', '=', about).executeTakeFirst();
      return row ? JSON.parse(row.content).text : null;
    }
    case 'contacts':
      return count(await database.selectFrom('contact').select('id').where('text', '=', about).execute());
    case 'incidents': {
      const incidents = database.selectFrom('incident').innerJoin('caller', 'caller.id', 'incident.callerId');
      const name = about.replace(/^of /, '');
      return count(await incidents.select('incident.id').where('displayName', '=', name).execute());
    }
    case 'callers':
      return count(await database.selectFrom('caller').select('id').execute());
    case 'restored':
      return (await opened.client.callers.search({ query: inBackup })).length > 0 ? 'yes' : null;
    case 'member':
      return memberIs(opened, unlocked, about);
    case 'backup':
      return storeIs(opened.session.dataFolder.backups, unlocked.dataEncryptionKey, about);
    case 'copied':
      return copyIs(opened, unlocked.dataEncryptionKey, about);
    case 'place':
      if (about === '') return (await opened.client.backup.secondPlace()).place ? 'yes' : null;
      return placeOf(opened, unlocked, about.replace(/^of /, ''));
    case 'older':
      return olderCopiesAre(opened, unlocked.dataEncryptionKey);
    case 'gone':
      return saysWhyShorter(unlocked);
    case 'old': {
      const left = await database.selectFrom('contact').select('id').where('startedAt', '<', isOld).execute();
      return oldContactsAre(left.length);
    }
    case 'mended':
      return readdirSync(opened.session.dataFolder.folder).some((name) => name.startsWith('store.db-before-mend'))
        ? 'yes'
        : null;
    case 'password':
      for (const password of allowed) if (password && (await opens(opened, Number(about), password))) return password;
      return null;
    default:
      return 'yes';
  }
}

/** Whether the store is whole and says so of itself, and can be worked in. */
async function whole({ client }: Opened, { connection }: Unlocked): Promise<string[]> {
  const losses: string[] = [];
  const integrity = connection.pragma('integrity_check(1)', { simple: true });
  if (integrity !== 'ok') losses.push(`the store: ${integrity}`);
  const strays = connection.pragma('foreign_key_check');
  if (Array.isArray(strays) && strays.length > 0) losses.push('the store refers to what is gone');
  const { brokenAt } = await client.audit.verify();
  if (brokenAt !== null) losses.push(`the audit log is broken at ${brokenAt}`);
  await client.contacts.saveDraft(aDraft());
  return losses;
}

export interface Look {
  /** Null when only the first password is known: the practice was just made, or its key renewed. */
  key: Uint8Array | null;
  /** A backup may be asked for by a screen, because one was being put back. */
  restoring?: boolean;
  /** An index may be damaged still: the next backup finds and mends that. */
  mending?: boolean;
  /** Work is missing; whoever did not go on yet is told so again, and does. */
  goingOn?: boolean;
  /** A folder that is as new can begin from the stick again. */
  takingOver?: boolean;
}

/** Opens a folder after a fault and says what of all that was acknowledged is not there. */
export function lossesIn(
  folder: string,
  lines: readonly Line[],
  { key, restoring, mending, takingOver, goingOn }: Look,
): Promise<string[]> {
  return whileOpen(folder, async (opened) => {
    const { session, client } = opened;
    const expected = expectedOf(lines);
    const isSaid = (name: string) => expected.get(name)?.allowed.every((value) => value === 'yes') ?? false;
    if (session.state().kind === 'new' && takingOver && !isSaid('restored')) {
      await client.setup.restore(takenFrom(folder));
    }
    if (session.state().kind === 'new') {
      const told = [...expected].filter(([name, { allowed }]) => name !== 'started' && !allowed.includes(null));
      return told.map(([name]) => `${name} was said, and the folder is as if new`);
    }
    const wrapped = session.keys.file?.users.find(({ id }) => id === manager)?.key;
    const known =
      key ??
      (wrapped && (await unwrapKey(firstPassword, wrapped, session.keys.file?.earlier ?? []))?.dataEncryptionKey);
    if (!known) return [`no key: ${session.blocked?.problem} ${session.blocked?.code}`];
    await session.unlock(manager, known.slice());
    if (restoring && session.blocked && !isSaid('restored')) {
      await client.backup.restore({ name: restoredName });
      await session.unlock(manager, known.slice());
    }
    if (mending) {
      await client.backup.make().catch(() => undefined);
      await isMendedIn(session);
    }
    if (goingOn && session.blocked?.problem === 'missingWork' && !isSaid('gone on')) await client.session.goOn();
    const { unlocked } = session;
    if (!unlocked) return [`it does not open: ${session.blocked?.problem} ${session.blocked?.code}`];
    const losses = await whole(opened, unlocked);
    if (goingOn && !(await saysWhyShorter(unlocked))) losses.push('somebody went on, and the log does not say so');
    for (const [name, { allowed, pending }] of expected) {
      const found = await foundFor(opened, unlocked, name, allowed);
      if (!allowed.includes(found) && !(pending && found === 'half')) {
        losses.push(`${name}: ${allowed.map(String).join(' or ')} was said, and ${found} is there`);
      }
    }
    return losses;
  });
}
