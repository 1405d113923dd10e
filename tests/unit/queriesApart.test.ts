import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../..');

const sql =
  /\.(selectFrom|insertInto|updateTable|deleteFrom|replaceInto|mergeInto)\(|\bsql(<[^>]*>)?`|\.prepare\(|\.pragma\(/;
const procedures = /\bfrom '[./]+\/procedures\.ts'/;

/**
 * The store itself, the invented practice, which is written into it row by row before anybody asks for it, and what asks
 * the library of the store for its version.
 */
const writesStores = /^src\/(main\/core\/(store|demo)\/|tools\/(demoStore|packaging\/billOfMaterials)\.ts$)/;

/** SQL stands in the store, and in the files of a feature that hold queries: never where procedures are. */
function isOutOfPlace(file: string, source: string): boolean {
  if (!sql.test(source) || writesStores.test(file)) return false;
  return !file.startsWith('src/main/core/features/') || procedures.test(source);
}

test('SQL stands apart from procedures, rules, hosts and windows', () => {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).map((file) => file.replaceAll(path.sep, '/'));
  expect(files.length).toBeGreaterThan(100);
  const outOfPlace = files.filter((file) => isOutOfPlace(file, readFileSync(path.join(root, file), 'utf8')));
  expect(outOfPlace).toEqual([]);
});

const asked = "await database.selectFrom('caller').execute();";

test.each([
  ['src/main/core/features/team/procedures.ts', `import { unlocked } from '../../procedures.ts';\n${asked}`],
  ['src/main/core/features/callers/merges.ts', `import { open, unlocked } from '../../procedures.ts';\n${asked}`],
  ['src/main/core/rules/bucket.ts', asked],
  ['src/main/core/core.ts', asked],
  ['src/main/core/tasks.ts', 'sql<number>`select 1`'],
  ['src/preview/server.ts', "connection.prepare('select 1')"],
])('is not blind: %s may not have %j', (file, source) => {
  expect(isOutOfPlace(file, source)).toBe(true);
});
