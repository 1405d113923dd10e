import material from '../../../../resources/texts/nl/demo.json' with { type: 'json' };
import type { SqliteConnection } from '../store/open.ts';
import { type DemoSize, generatePractice } from './generate.ts';

/** A practice to try things with: small enough to load in a moment, large enough to search in. */
const size: DemoSize = { people: 240, contacts: 1600, incidents: 28, seed: 21, days: 60 };

/** Invented colleagues: they stand in the history, and nobody can unlock the app as one of them. */
function insertColleagues(connection: SqliteConnection, now: number): number[] {
  const colleague = connection.prepare(
    `insert into user (name, role, language, theme, active, createdAt, function, department, demo)
      values (?, ?, 'nl', 'system', 0, ?, ?, ?, 1)`,
  );
  return material.workers
    .filter(({ role }) => role === 'receptionist')
    .map((worker) => {
      const { name, role, department } = worker;
      return Number(colleague.run(`${name} (oefening)`, role, now, worker.function, department).lastInsertRowid);
    });
}

export function loadDemoPractice(connection: SqliteConnection, now: number, managerId: number, timeZone: string): void {
  connection.transaction(() => {
    const workerIds = insertColleagues(connection, now);
    generatePractice(connection, { ...size, now, timeZone, workerIds, managerId, demo: 1 });
  })();
}
