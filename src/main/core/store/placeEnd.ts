import { rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { isTurnExplained } from '../rules/auditTail.ts';
import { areOfOnePractice, checksOf, type ProvedKeys } from './apart.ts';
import { chainStart } from './auditLog.ts';
import { auditTail, hasTail, readTail, turnsOf } from './auditTail.ts';
import { asDatabase } from './database.ts';
import { renameDurably, syncFile } from './durably.ts';
import type { SqliteConnection } from './open.ts';
import type { Schema } from './schema.ts';

/*
 * A stick is seldom put back together with the folder. So how far the log is in the newest copy on it is noted beside that:
 * small enough to be read at every unlock, where opening the copy would take too long.
 */

const turn = z.object({ id: z.number().int(), hash: z.string(), action: z.string() });

const placeEnd = z.object({ tail: auditTail, turns: z.array(turn), checks: z.array(z.string()).min(1) });
type PlaceEnd = z.infer<typeof placeEnd>;

const noteIn = (copies: string): string => path.join(copies, 'log-end.json');

/** How far the log of a copy is. */
export async function endOf(copy: SqliteConnection, keys: ProvedKeys): Promise<PlaceEnd | null> {
  const database = asDatabase(copy);
  const tail = await readTail(database);
  return tail ? { tail, turns: await turnsOf(database), checks: await checksOf(keys) } : null;
}

export function notePlaceEnd(copies: string, end: PlaceEnd): void {
  const unfinished = `${noteIn(copies)}.unfinished`;
  try {
    writeFileSync(unfinished, `${JSON.stringify(end)}\n`);
    syncFile(unfinished);
    renameDurably(unfinished, noteIn(copies));
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** More is no note of ours. */
const LARGEST = 1024 * 1024;

async function readNote(copies: string): Promise<PlaceEnd | null> {
  try {
    const file = await open(noteIn(copies));
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(LARGEST), 0, LARGEST, 0);
      return placeEnd.parse(JSON.parse(buffer.toString('utf8', 0, bytesRead)));
    } finally {
      await file.close();
    }
  } catch {
    // A stick in a drawer, or nothing that says anything.
    return null;
  }
}

/** Whoever unlocks does not wait for a disk that has to wake up, or a computer that is off. */
const LONGEST_WAIT = 150;

/** Whether the newest copy at the second place knows more of the log than the log, and nothing explains it. */
export async function isBehindPlace(copies: string, keys: ProvedKeys, log: Kysely<Schema>): Promise<boolean> {
  const noted = await Promise.race([readNote(copies), wait(LONGEST_WAIT, null, { ref: false })]);
  if (!noted || (await hasTail(log, noted.tail))) return false;
  if (!areOfOnePractice(noted.checks, await checksOf(keys))) return false;
  const { throughId } = await chainStart(log);
  const still = noted.turns.filter(({ id }) => id > throughId);
  return !isTurnExplained(await turnsOf(log), still);
}
