import material from '../../../../resources/texts/nl/demo.json' with { type: 'json' };
import team from '../../../../resources/texts/nl/demoTeam.json' with { type: 'json' };
import type { Role } from '../../../shared/contract/base.ts';
import type { SqliteConnection } from '../store/open.ts';
import { type DemoSize, generatePractice } from './generate.ts';

/** A practice to try things with: small enough to load in a moment, large enough to search in and to show a trend. */
const size: DemoSize = { people: 240, contacts: 2400, incidents: 44, seed: 21, days: 112 };

/**
 * Invented colleagues, and who leads them: they stand in the history, and nobody can unlock the app as one of them.
 * What bears no mark of its own is known by them, and goes when they go.
 */
function insertColleagues(connection: SqliteConnection, now: number): { leadId: number; workerIds: number[] } {
  const colleague = connection.prepare(
    `insert into user (name, role, language, theme, active, createdAt, function, department, demo)
      values (?, ?, 'nl', 'system', 0, ?, ?, ?, 1)`,
  );
  const insert = (role: Role, worker: { name: string; function: string; department: string }) => {
    const { name, department } = worker;
    return Number(colleague.run(`${name} (oefening)`, role, now, worker.function, department).lastInsertRowid);
  };
  const workers = [...material.workers.filter(({ role }) => role === 'receptionist'), ...team.colleagues];
  return { leadId: insert('manager', team.lead), workerIds: workers.map((worker) => insert('receptionist', worker)) };
}

export function loadDemoPractice(connection: SqliteConnection, now: number, managerId: number, timeZone: string): void {
  connection.transaction(() => {
    const invented = insertColleagues(connection, now);
    generatePractice(connection, { ...size, ...invented, now, timeZone, managerId, demo: 1 });
  })();
}
