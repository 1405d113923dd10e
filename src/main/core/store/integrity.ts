import type { SqliteConnection } from './open.ts';
import { StoreProblem } from './problem.ts';

/** Told how far long work is; throws when it should stop. */
export type Step = (done: number, total: number) => void;

const WHOLE = 1000;

/** Tells one of several parts of the work, each as long as the others. */
export const partOf =
  (step: Step, nth: number, parts: number): Step =>
  (done, total) =>
    step(Math.round(((nth + done / Math.max(1, total)) * WHOLE) / parts), WHOLE);

/**
 * Reads every table with its indexes, one after the other, so that it can tell how far it is and be stopped.
 * @throws StoreProblem when something is not what was written
 */
export function assertWhole(
  connection: SqliteConnection,
  step: Step = () => {},
  code: 'BACKUP_INTEGRITY' | 'STORE_INTEGRITY' = 'BACKUP_INTEGRITY',
): void {
  const tables = connection
    .prepare<[], { name: string }>("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
    .all();
  for (const [index, { name }] of tables.entries()) {
    step(index, tables.length);
    const result = connection.pragma(`integrity_check("${name}")`, { simple: true });
    if (result !== 'ok') throw new StoreProblem('damagedStore', code);
  }
  step(tables.length, tables.length);
}
