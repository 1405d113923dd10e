import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { type Random, seededRandom } from '../../../src/main/core/demo/random.ts';
import type { Draft } from '../../../src/shared/contract/contacts.ts';
import type { Row } from '../context.ts';
import type { Practice } from '../practices.ts';
import type { Measured } from '../result.ts';
import { figuresOf, median, timed } from '../statistics.ts';

const MOST_RATIO = 2.5;
const WARM_UP = 60;
const SAVES = 200;
const BETWEEN_CALLS = 1000;
const CALL = 60_000;

const note =
  'Vraagt of de herhaling van de bloeddrukpillen vandaag nog klaar kan liggen, en belt zelf terug na vier uur.';

/** The durable insert of one row into a plain SQLite file beside the store: the least that a save can cost. */
function openBare(folder: string): { insert(): unknown; close(): void } {
  const file = path.join(folder, 'bare.db');
  const removeAll = () => {
    for (const rest of ['', '-wal', '-shm']) rmSync(`${file}${rest}`, { force: true });
  };
  removeAll();
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('create table note (id integer primary key, text text not null)');
  const statement = database.prepare('insert into note (text) values (?)');
  return {
    insert: () => statement.run(note),
    close() {
      database.close();
      removeAll();
    },
  };
}

/** A call as it goes: the caller's card is opened and the note is typed, which stores its draft. */
async function beginCall({ client, clock, people }: Practice, random: Random): Promise<Draft> {
  clock.now += BETWEEN_CALLS;
  await client.session.active();
  const callerId = random.int(1, people);
  await client.callers.card({ callerId });
  const draft: Draft = {
    id: randomUUID(),
    callerId,
    newCaller: null,
    channel: 'phone',
    reason: 'prescription',
    text: note,
    startedAt: clock.now - CALL,
  };
  await client.contacts.saveDraft(draft);
  return draft;
}

interface Times {
  bare: number[];
  contact: number[];
  incident: number[];
}

const noSaves = (): Times => ({ bare: [], contact: [], incident: [] });

/** A contact with the insert just before it, and an incident during another call with an insert just before that. */
async function measureCalls(practice: Practice, insert: () => unknown, random: Random): Promise<Times> {
  const { client } = practice;
  const saved = await beginCall(practice, random);
  const bare = [await timed(insert)];
  const contact = await timed(() => client.contacts.save(saved));
  const during = await beginCall(practice, random);
  const record = {
    ...{ draftId: during.id, callerId: during.callerId, newCaller: null, channel: during.channel },
    behaviours: ['insult' as const, 'verbalAbuse' as const],
    severity: 'serious' as const,
    outcomes: ['callEnded' as const],
  };
  bare.push(await timed(insert));
  const incident = await timed(() => client.incidents.record(record));
  await client.contacts.save(during);
  return { bare, contact: [contact], incident: [incident] };
}

function asMeasured(contacts: number, { bare, contact, incident }: Times, plain: Times): Measured {
  const saves = [...contact, ...incident];
  const ratio = median(saves) / median(bare);
  const part = (times: readonly number[]) => `${median(times).toFixed(2)} ms`;
  return {
    row: 'save',
    contacts,
    ...figuresOf({ own: saves, plain: [...plain.contact, ...plain.incident] }),
    ratio,
    target: `median ≤ ${MOST_RATIO} × a bare durable insert`,
    pass: ratio <= MOST_RATIO,
    note: `contact ${part(contact)}, incident ${part(incident)}, bare insert ${part(bare)}`,
  };
}

export const save: Row = async (context) => {
  const sizes = (await context.twins()).map(({ encrypted, plain }) => ({
    ...{ encrypted, plain, bare: openBare(encrypted.folder), own: noSaves(), twin: noSaves() },
    ...{ random: seededRandom(11), twinRandom: seededRandom(11) },
  }));
  for (let nth = 0; nth < WARM_UP + SAVES; nth += 1) {
    for (const { encrypted, plain, bare, own, twin, random, twinRandom } of sizes) {
      const measured = await measureCalls(encrypted, bare.insert, random);
      const measuredTwin = await measureCalls(plain, bare.insert, twinRandom);
      if (nth < WARM_UP) continue;
      for (const kind of ['bare', 'contact', 'incident'] as const) {
        own[kind].push(...measured[kind]);
        twin[kind].push(...measuredTwin[kind]);
      }
    }
  }
  for (const { bare } of sizes) bare.close();
  return sizes.map(({ encrypted, own, twin }) => asMeasured(encrypted.contacts, own, twin));
};
