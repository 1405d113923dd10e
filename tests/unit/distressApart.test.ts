import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../..');

/**
 * Where the register of calls of concern is read: its own feature, the worker's own bucket, and what takes the demo
 * practice away. A feature that is added here must say why: figures, flags and steps towards a caller never are.
 */
const mayRead = [/^src\/main\/core\/features\/(distress|breaks|setup)\//, /^src\/main\/core\/store\//];

test('nothing but its own feature, the bucket and the removal of the demo reads calls of concern', () => {
  const files = globSync('src/main/**/*.ts', { cwd: root }).map((file) => file.replaceAll(path.sep, '/'));
  const reads = (file: string) => /['"`. ]concern(Share)?['"`.]/.test(readFileSync(path.join(root, file), 'utf8'));
  // Rules are given what they compute with, and read nothing.
  const readers = files.filter((file) => !file.startsWith('src/main/core/rules/') && reads(file));
  expect(readers).toEqual(expect.arrayContaining(['src/main/core/features/distress/queries.ts']));
  expect(readers.filter((file) => !mayRead.some((allowed) => allowed.test(file)))).toEqual([]);
});
