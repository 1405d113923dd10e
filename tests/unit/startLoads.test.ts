import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../..');

/** What a file cannot begin without: imports of values, not those of types or those that are made later. */
function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/^(?:import|export) (?!type\b)[^;]*?from '([^']+)'|^import '([^']+)'/gm)].map(
    ([, from, alone]) => from ?? alone ?? '',
  );
}

/** Everything that is read before these begin: the files of this program, and the packages. */
function readBefore(...entries: string[]): { files: string[]; packages: Set<string> } {
  const files = new Set(entries.map((entry) => path.join(root, entry)));
  const packages = new Set<string>();
  // What is added while it is gone through is gone through too.
  for (const file of files) {
    if (!file.endsWith('.ts')) continue;
    for (const name of importsOf(file)) {
      if (name.startsWith('.')) files.add(path.join(path.dirname(file), name));
      else if (!name.startsWith('node:')) packages.add(name);
    }
  }
  return { files: [...files].map((file) => path.relative(root, file)), packages };
}

test('a start reads nothing that only somebody at work needs', () => {
  const { files, packages } = readBefore('src/main/index.ts', 'src/main/shell/program.ts', 'src/main/core/core.ts');
  expect(files).toContain('src/main/core/features/session/session.ts');
  const features = files.filter((file) => /^src\/main\/core\/features\/\w+\/procedures\.ts$/.test(file));
  expect(features).toEqual(['src/main/core/features/session/procedures.ts']);
  expect(files.filter((file) => /(sessionLog|openUnlocked|auditLog|backUp|keyWrapping)\.ts$/.test(file))).toEqual([]);
  expect(files.filter((file) => file.startsWith('src/shared/i18n/nl/'))).toHaveLength(2);
  expect([...packages].sort()).toEqual([
    '@orpc/contract',
    '@orpc/server',
    '@orpc/server/standard',
    '@orpc/server/standard-peer',
    '@orpc/standard-server-peer',
    '@scure/base',
    'better-sqlite3',
    'electron',
    'i18next',
    'write-file-atomic',
    'zod',
  ]);
});

test('Chromium waits for what must be settled before, and the window for no core', () => {
  const first = readBefore('src/main/index.ts');
  expect([...first.packages]).toEqual(['electron']);
  expect(first.files.filter((file) => file.startsWith('src/main/core/'))).toEqual(['src/main/core/pages.ts']);
  const { files } = readBefore('src/main/shell/program.ts');
  expect(files).toContain('src/main/shell/windowFactory.ts');
  expect(files.filter((file) => file.startsWith('src/main/core/features/'))).toEqual([]);
});
