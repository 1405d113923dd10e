import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../..');

interface Layer {
  /** The files it is about; the first layer that fits a file counts. */
  files: RegExp;
  /** What of this repository they may import, and of that only types. */
  own: RegExp;
  ownTypes?: RegExp;
  packages: RegExp;
}

/** What a window may use: nothing of Node, of Electron or of the store. */
const forWindows =
  /^(react|react-dom|@mantine|@tabler|@tanstack|@orpc\/(client|contract|tanstack-query)|@fontsource|recharts)/;
const forWindowsToo = /^(i18next|react-i18next|react-hook-form|@hookform|zod|zustand)/;
const forCore =
  /^(node:|@orpc\/(server|standard-server-peer)|@scure\/base|csv-stringify\/sync|date-holidays|file-type|libsodium|pdfkit|pure-rand|write-file-atomic|zod)/;

const layers: Layer[] = [
  { files: /^src\/shared\//, own: /^src\/shared\//, packages: /^(zod|i18next|@orpc\/contract)$/ },
  {
    files: /^src\/main\/core\/rules\//,
    own: /^src\/main\/core\/rules\//,
    ownTypes: /^src\/shared\/contract\//,
    packages: /^(date-fns\/\w+|@date-fns\/tz|libphonenumber-js)$/,
  },
  {
    files: /^src\/main\/core\/store\//,
    own: /^(src\/main\/core\/(store|rules)|src\/shared)\//,
    packages: new RegExp(`${forCore.source}|^(kysely|better-sqlite3)$`),
  },
  {
    files: /^src\/main\/core\/(features\/.*|procedures)\.ts$/,
    own: /^(src\/main\/core|src\/shared|resources)\//,
    packages: new RegExp(`${forCore.source}|^kysely$`),
  },
  { files: /^src\/main\/core\//, own: /^(src\/main\/core|src\/shared|resources)\//, packages: forCore },
  {
    files: /^src\/main\/(index\.ts|shell\/)/,
    own: /^(src\/main\/(core|shell)|src\/shared|resources)\//,
    packages: /^(electron|node:.*|i18next|write-file-atomic|zod)$/,
  },
  { files: /^src\/preload\//, own: /^$/, packages: /^electron$/ },
  {
    files: /^src\/preview\//,
    own: /^(src\/(preview|main\/core|shared)\/|package\.json$)/,
    packages: /^(node:.*|ws|i18next)$/,
  },
  {
    files: /^src\/renderer\//,
    own: /^(src\/(renderer|shared)|resources)\//,
    packages: new RegExp(`${forWindows.source}|${forWindowsToo.source}`),
  },
  {
    files: /^src\/tools\//,
    own: /^(src\/(tools|main\/core|shared)\/|resources\/|package\.json$)/,
    packages: /^(node:|electron-builder$|@electron\/(asar|fuses)$|better-sqlite3$|libsodium-wrappers-sumo$|zod$)/,
  },
];

const importStatement =
  /^\s*(?:import|export)\s+(?<type>type\s)?[^'";]*?\bfrom\s+'(?<from>[^']+)'|^\s*import\s+'(?<bare>[^']+)'|\bimport\(\s*'(?<late>[^']+)'/gm;

/** The imports of a file that its layer does not allow, as `file → import`. */
function forbiddenImports(file: string, source: string): string[] {
  const layer = layers.find(({ files }) => files.test(file));
  if (!layer) return [`${file} is in no layer`];
  const { own, ownTypes, packages } = layer;
  return [...source.matchAll(importStatement)].flatMap(({ groups }) => {
    const imported = groups?.from ?? groups?.bare ?? groups?.late ?? '';
    const target = imported.startsWith('.') ? path.posix.join(path.posix.dirname(file), imported) : null;
    const allowed = target
      ? own.test(target) || (groups?.type !== undefined && ownTypes?.test(target))
      : packages.test(imported);
    return allowed ? [] : [`${file} → ${target ?? imported}`];
  });
}

test('no file imports what its layer may not', () => {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).map((file) => file.replaceAll(path.sep, '/'));
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap((file) => forbiddenImports(file, readFileSync(path.join(root, file), 'utf8')))).toEqual([]);
});

test.each([
  ['src/main/core/features/callers/queries.ts', "import { app } from 'electron';"],
  ['src/main/core/core.ts', "import { shell } from '../shell/shell.ts';"],
  ['src/main/core/tasks.ts', "import Database from 'better-sqlite3';"],
  ['src/main/core/demo/generate.ts', "import { sql } from 'kysely';"],
  ['src/main/core/features/team/procedures.ts', "import Database from 'better-sqlite3';"],
  ['src/main/core/rules/bucket.ts', "import { readFileSync } from 'node:fs';"],
  ['src/main/core/rules/bucket.ts', "import {\n  severity,\n} from '../../../shared/contract/incidentKinds.ts';"],
  ['src/main/core/rules/bucket.ts', "import type { Schema } from '../store/schema.ts';"],
  ['src/preload/index.ts', "import { contract } from '../shared/contract/index.ts';"],
  ['src/preview/server.ts', "import { servePorts } from '../main/shell/ports.ts';"],
  ['src/renderer/app/desk.tsx', "export * from '../../main/core/rules/bucket.ts';"],
  ['src/renderer/app/desk.tsx', "const fs = await import('node:fs');"],
  ['src/renderer/app/desk.tsx', "import 'electron';"],
  ['src/shared/contract/base.ts', "import type { Core } from '../../main/core/core.ts';"],
  ['src/elsewhere/index.ts', ''],
])('is not blind: %s may not have %j', (file, source) => {
  expect(forbiddenImports(file, source)).toHaveLength(1);
});
