import type { Language, Role } from '../../../shared/contract/base.ts';
import type { SqliteConnection } from '../store/open.ts';
import { type DemoSize, generatePractice } from './generate.ts';
import { demoMaterial } from './material.ts';

/** A practice to try things with: small enough to load in a moment, large enough to search in and to show a trend. */
const size: DemoSize = { people: 240, contacts: 2400, incidents: 44, seed: 21, days: 112 };

/** Behind the name of an invented colleague. */
const MARK: Record<Language, string> = { nl: 'oefening', en: 'demo' };

/**
 * Invented colleagues, and who leads them: they stand in the history, and nobody can unlock the app as one of them.
 * What bears no mark of its own is known by them, and goes when they go.
 */
function insertColleagues(
  connection: SqliteConnection,
  now: number,
  language: Language,
): { leadId: number; workerIds: number[] } {
  const { workers, colleagues, lead } = demoMaterial[language];
  const mark = MARK[language];
  const colleague = connection.prepare(
    `insert into user (name, role, language, theme, active, createdAt, function, department, demo)
      values (?, ?, ?, 'system', 0, ?, ?, ?, 1)`,
  );
  const insert = (role: Role, worker: { name: string; function: string; department: string }) => {
    const { name, department } = worker;
    return Number(colleague.run(`${name} (${mark})`, role, language, now, worker.function, department).lastInsertRowid);
  };
  const receptionists = [...workers.filter(({ role }) => role === 'receptionist'), ...colleagues];
  return { leadId: insert('manager', lead), workerIds: receptionists.map((worker) => insert('receptionist', worker)) };
}

export interface DemoToLoad {
  now: number;
  managerId: number;
  timeZone: string;
  /** Of whoever loads it. */
  language: Language;
}

export function loadDemoPractice(connection: SqliteConnection, { language, ...loading }: DemoToLoad): void {
  connection.transaction(() => {
    const invented = insertColleagues(connection, loading.now, language);
    generatePractice(connection, { ...size, ...invented, ...loading, demo: 1, material: demoMaterial[language] });
  })();
}
