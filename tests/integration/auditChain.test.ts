import Database from 'better-sqlite3';
import fc from 'fast-check';
import type { Kysely } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type AuditEvent, appendAudit, pruneAudit, verifyAudit } from '../../src/main/core/store/auditLog.ts';
import { hasTail, readTail } from '../../src/main/core/store/auditTail.ts';
import { asDatabase } from '../../src/main/core/store/database.ts';
import { migrate, type SqliteConnection } from '../../src/main/core/store/open.ts';
import type { Schema } from '../../src/main/core/store/schema.ts';

const LONGEST = 24;

const event = fc.record({
  at: fc.nat(1_900_000_000_000),
  userId: fc.option(fc.integer({ min: 1, max: 9 })),
  role: fc.constantFrom('manager' as const, 'receptionist' as const, null),
  action: fc.constantFrom('callers.card', 'session.unlock', 'exports.make'),
  subject: fc.option(fc.string({ maxLength: 12 })),
});

interface Log {
  connection: SqliteConnection;
  database: Kysely<Schema>;
}

function emptyLog(): Log {
  const connection = new Database(':memory:');
  const database = asDatabase(connection);
  migrate(connection);
  connection.exec('drop trigger auditEntryStays');
  return { connection, database };
}

const ids = ({ connection }: Pick<Log, 'connection'>) =>
  connection.prepare('select id from auditEntry order by id').pluck().all().map(Number);

/** Ways to make the log say something else; `nth` chooses entries. Each gives false where it would change nothing. */
const tampers: Record<string, (log: Log, nth: number, other: number) => boolean> = {
  'changes a value': ({ connection }, id, other) => {
    const [column, value] = [
      ['at', other + 5],
      ['userId', 77],
      ['role', 'somebody'],
      ['action', 'nothing.much'],
      ['subject', 'caller 999'],
      ['hash', 'f'.repeat(64)],
    ][other % 6] ?? ['at', 1];
    return (
      connection
        .prepare(`update auditEntry set ${column} = ? where id = ? and ${column} is not ?`)
        .run(value, id, value).changes > 0
    );
  },
  'removes one': ({ connection }, id) => connection.prepare('delete from auditEntry where id = ?').run(id).changes > 0,
  'removes the first ones': ({ connection }, id) =>
    connection.prepare('delete from auditEntry where id <= ?').run(id).changes > 0,
  'cuts the end off': ({ connection }, id) =>
    connection.prepare('delete from auditEntry where id >= ?').run(id).changes > 0,
  'swaps two': ({ connection }, id, other) => {
    const all = ids({ connection });
    const second = all[other % all.length] ?? id;
    if (second === id) return false;
    connection.exec(`update auditEntry set id = -1 where id = ${id};
      update auditEntry set id = ${id} where id = ${second}; update auditEntry set id = ${second} where id = -1`);
    return true;
  },
  'puts one in': ({ connection }, id) => {
    connection.exec(`update auditEntry set id = -id - 1 where id >= ${id}; update auditEntry set id = -id where id < 0;
      insert into auditEntry (id, at, action, hash) values (${id}, 1, 'callers.card', '${'a'.repeat(64)}')`);
    return true;
  },
  'adds one at the end': ({ connection }) => {
    connection.exec(`insert into auditEntry (at, action, hash) values (1, 'callers.card', '${'a'.repeat(64)}')`);
    return true;
  },
  'says that more was erased than was': ({ connection }, id, other) => {
    const pruned = connection.prepare("select max(id) from auditEntry where action = 'audit.prune'").pluck().get();
    if (pruned === null) return false;
    const hash = connection.prepare('select hash from auditEntry where id = ?').pluck().get(id);
    connection.exec(`update auditEntry set subject = '${id} ${hash}' where id = ${pruned};
      ${other % 2 === 0 ? `delete from auditEntry where id <= ${id}` : ''}`);
    return true;
  },
};

describe('the chain of the audit log', () => {
  let log: Log;
  beforeAll(() => {
    log = emptyLog();
  });

  /** Writes entries, erasing the oldest now and then, does something to them, and brings the empty log back. */
  async function withLog(events: AuditEvent[], erasing: number[], look: () => Promise<void>) {
    log.connection.exec("delete from auditEntry; delete from sqlite_sequence where name = 'auditEntry'");
    for (const [at, one] of events.entries()) {
      await appendAudit(log.database, one);
      if (!erasing.includes(at)) continue;
      const all = ids(log);
      await pruneAudit(log.database, all[Math.floor(all.length / 2)] ?? 0, one.at);
    }
    await look();
  }

  const events = fc.array(event, { minLength: 1, maxLength: LONGEST });
  const erasing = fc.uniqueArray(fc.nat(LONGEST), { maxLength: 3 });

  test('is whole however much of its beginning was erased over its term', async () => {
    await fc.assert(
      fc.asyncProperty(events, erasing, async (written, erasedAfter) => {
        await withLog(written, erasedAfter, async () => {
          expect(await verifyAudit(log.database)).toEqual({ entries: ids(log).length, brokenAt: null });
        });
      }),
      { numRuns: 60 },
    );
  });

  test.each(Object.entries(tampers))('is found broken when somebody %s', async (_name, tamper) => {
    await fc.assert(
      fc.asyncProperty(events, erasing, fc.nat(), fc.nat(), async (written, erasedAfter, nth, other) => {
        await withLog(written, erasedAfter, async () => {
          const all = ids(log);
          const isOther = tamper(log, all[nth % all.length] ?? 1, other);
          fc.pre(isOther);
          expect((await verifyAudit(log.database)).brokenAt).not.toBeNull();
        });
      }),
      { numRuns: 60 },
    );
  });

  test('does not have what it ended with once, when an older copy has taken its place and gone on', async () => {
    await fc.assert(
      fc.asyncProperty(events, events, events, async (before, lost, after) => {
        await withLog(before, [], async () => {
          for (const one of lost) await appendAudit(log.database, one);
          const tail = await readTail(log.database);
          if (!tail) throw new Error('nothing was written');
          expect(await hasTail(log.database, tail)).toBe(true);
          log.connection.exec(`delete from auditEntry where id > ${before.length};
            update sqlite_sequence set seq = ${before.length} where name = 'auditEntry'`);
          await appendAudit(log.database, { at: 1, userId: null, role: null, action: 'session.unlock', subject: null });
          for (const one of after) await appendAudit(log.database, one);
          expect((await verifyAudit(log.database)).brokenAt).toBeNull();
          expect(await hasTail(log.database, tail)).toBe(false);
        });
      }),
      { numRuns: 40 },
    );
  });
});
