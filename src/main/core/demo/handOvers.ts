import type { HandOverKind } from '../../../shared/contract/handOvers.ts';
import type { SqliteConnection } from '../store/open.ts';
import type { DemoPractice } from './generate.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Given {
  kind: HandOverKind;
  /** To the manager, or to whoever answers the phone. */
  toManager: boolean;
  /** When it is due, from now on; before now it is late or done. */
  dueIn: number;
  done: boolean;
}

/** To come, about now, late, and done: what a desk holds on an ordinary day. */
const GIVEN: Given[] = [
  { kind: 'callBack', toManager: false, dueIn: 90 * MINUTE, done: false },
  { kind: 'callBack', toManager: true, dueIn: 5 * MINUTE, done: false },
  { kind: 'handOver', toManager: true, dueIn: 3 * HOUR, done: false },
  { kind: 'callBack', toManager: false, dueIn: -2 * HOUR, done: false },
  { kind: 'handOver', toManager: false, dueIn: -3 * HOUR, done: true },
  { kind: 'callBack', toManager: false, dueIn: -4 * HOUR, done: true },
];

/** Hand-overs and call-backs after the newest contacts. */
export function insertHandOvers(connection: SqliteConnection, practice: DemoPractice, firstContact: number): void {
  const { now, contacts, workerIds, managerId } = practice;
  if (contacts < GIVEN.length) return;
  const handOver = connection.prepare(
    `insert into handOver (kind, callerId, contactId, givenBy, toUserId, toRole, dueAt, givenAt, doneBy, doneAt)
      values (?, (select callerId from contact where id = ?), ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [nth, { kind, toManager, dueIn, done }] of GIVEN.entries()) {
    const contactId = firstContact + contacts - 1 - nth;
    const worker = workerIds[nth % workerIds.length] ?? managerId;
    handOver.run(
      kind,
      contactId,
      contactId,
      done ? managerId : worker,
      toManager ? managerId : null,
      toManager ? null : 'receptionist',
      now + dueIn,
      now - 5 * HOUR,
      done ? worker : null,
      done ? now + dueIn : null,
    );
  }
}
