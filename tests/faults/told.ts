import { copyFileSync } from 'node:fs';
import path from 'node:path';
import type { Session } from '../../src/main/core/features/session/session.ts';
import type { Line } from './facts.ts';
import { lossesIn, storeIs } from './found.ts';
import { whileOpen } from './opened.ts';
import { checksums, newFolder, remove } from './practice.ts';

async function problemOf(session: Session, key: Uint8Array): Promise<string | null> {
  if (!session.blocked) await session.unlock(1, key.slice());
  return session.blocked?.problem ?? null;
}

/** Killed while its log was carried over, a store is whole with that log alone: another one in its place damaged it. */
function isWholeAlone(folder: string, key: Uint8Array): boolean {
  const alone = newFolder();
  copyFileSync(path.join(folder, 'store.db'), path.join(alone, 'store.db'));
  const isWhole = storeIs(alone, key, 'store.db') === 'whole';
  remove(alone);
  return isWhole;
}

/** Whether who is told may go on, or hears that it is damaged and what to do, with what was found kept as it was. */
async function goneOn(folder: string, key: Uint8Array, before: Record<string, string>): Promise<string[]> {
  return whileOpen(folder, async ({ session, client }) => {
    await problemOf(session, key);
    await client.session.goOn().catch(() => undefined);
    const { blocked } = session;
    const isToldDamaged = blocked?.problem === 'damagedStore' && !isWholeAlone(folder, key);
    if (!session.unlocked && !isToldDamaged) return [`nobody can go on: ${blocked?.problem} ${blocked?.code}`];
    const kept = Object.values(checksums(folder));
    const gone = ['store.db', 'store.db-wal'].filter((name) => before[name] && !kept.includes(before[name]));
    return gone.map((name) => `${name} was not kept`);
  });
}

/**
 * After files were taken away or replaced: everything that was said is there, or a screen says that it is not and nothing
 * was changed. Returns the losses that no screen told of.
 */
export async function lossesNotTold(folder: string, lines: readonly Line[], key: Uint8Array): Promise<string[]> {
  const before = checksums(folder);
  const problem = await whileOpen(folder, ({ session }) => problemOf(session, key));
  if (problem === null) return lossesIn(folder, lines, { key });
  const after = checksums(folder);
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => before[name] !== after[name]);
  const losses = changed.map((name) => `${name} changed while ${problem}`);
  // What was found may be damaged as well, and is then mended or left alone.
  if (problem === 'missingWork') losses.push(...(await goneOn(folder, key, before)));
  return losses;
}
