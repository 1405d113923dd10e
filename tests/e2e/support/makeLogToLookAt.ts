import { appendAudit } from '../../../src/main/core/store/auditLog.ts';
import { openFolder } from './core.ts';
import { workers } from './people.ts';

/** A log whose end was missing at an unlock, and in which somebody has changed a line since. */
const [, , folder] = process.argv;
if (!folder) throw new Error('usage: makeLogToLookAt.ts FOLDER');

const { core, client } = await openFolder(folder, Date.now);
const state = core.state();
const users = state.kind === 'locked' ? state.users : [];
const userId = users.find(({ name }) => name === workers.karin.name)?.id ?? 0;
await client.session.unlock({ userId, password: workers.karin.password });
const { unlocked } = core.context.core.session;
if (!unlocked) throw new Error('the store is not open');
const { database, connection } = unlocked;
const shorter = { action: 'audit.shorter', subject: 'entry 9', userId: null, role: null } as const;
await appendAudit(database, { at: Date.now(), ...shorter });
const trigger = connection
  .prepare<[], string>("select sql from sqlite_schema where name = 'auditEntryStays'")
  .pluck()
  .get();
connection.exec(`drop trigger auditEntryStays; update auditEntry set userId = 9 where id = 2; ${trigger};`);
await core.close();
