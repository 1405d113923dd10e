import { copyFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { aDraft } from '../support/samples.ts';
import { type Opened, whileOpen } from './opened.ts';
import { copyOf, inAside, type Practice, remove, restoredName } from './practice.ts';

/** What was noted before the part of the log that is missing. */
export const beforeCut = 'Voor het ontbrekende stuk';

const manager = 1;
const made = new Map<string, Promise<string>>();

/** Gives copies of a folder that is made when something first starts from it. */
function preparing(name: string, make: (practice: Practice) => Promise<string>) {
  return async (practice: Practice): Promise<string> => {
    const folder = made.get(name) ?? make(practice);
    made.set(name, folder);
    return copyOf(await folder);
  };
}

export async function forgetPrepared(): Promise<void> {
  for (const folder of made.values()) remove(await folder);
  made.clear();
}

async function atWork<Found>({ key }: Practice, folder: string, look: (opened: Opened) => Promise<Found>) {
  return whileOpen(folder, async (opened) => {
    await opened.session.unlock(manager, key.slice());
    return look(opened);
  });
}

/** A backup took the place of a store that is kept aside. */
export const restored = preparing('restored', async (practice) => {
  const folder = copyOf(practice.folder);
  await atWork(practice, folder, async ({ session, client }) => {
    await client.contacts.save(aDraft({ text: inAside }));
    const { contacts, incidents } = await client.backup.lost({ name: restoredName });
    await client.backup.restoreOlder({ name: restoredName, lost: contacts + incidents });
    await session.unlock(manager, practice.key.slice());
  });
  return folder;
});

/** Killed, and then the log lost its end. */
export const behind = preparing('behind', async (practice) => {
  const working = copyOf(practice.folder);
  const folder = await atWork(practice, working, async ({ client }) => {
    const log = path.join(working, 'store.db-wal');
    await client.contacts.save(aDraft({ text: beforeCut }));
    const { size } = statSync(log);
    await client.contacts.save(aDraft({ text: 'In het ontbrekende stuk' }));
    const left = copyOf(working);
    truncateSync(path.join(left, 'store.db-wal'), size);
    rmSync(path.join(left, 'store.db-shm'), { force: true });
    return left;
  });
  remove(working);
  return folder;
});

/** The store is an older one, from before the data encryption key was renewed. */
export const underEarlierKey = preparing('underEarlierKey', async (practice) => {
  const folder = copyOf(practice.folder);
  await atWork(practice, folder, async ({ client }) => client.keys.renew());
  copyFileSync(path.join(practice.folder, 'store.db'), path.join(folder, 'store.db'));
  return folder;
});
