import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { deskWindow } from '../../src/shared/i18n/nl/deskWindow.ts';
import { nl } from '../../src/shared/i18n/nl/index.ts';

const renderer = path.join(import.meta.dirname, '../../src/renderer');

/** A script of the window with all that it imports, at once or later. */
function scriptsFrom(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file) || !existsSync(file) || !file.startsWith(renderer)) return found;
  found.add(file);
  for (const [, imported] of readFileSync(file, 'utf8').matchAll(/(?:from\s+|import\(\s*)'(\.[^']+\.tsx?)'/g)) {
    if (imported) scriptsFrom(path.join(path.dirname(file), imported), found);
  }
  return found;
}

/** The namespaces of the texts that a file asks for: `'callers:searchPlaceholder'`. */
function namespacesIn(file: string): string[] {
  const asked = readFileSync(file, 'utf8').matchAll(/['"`](\w+):[a-zA-Z$]/g);
  return [...asked].flatMap(([, namespace]) => (namespace && namespace in nl ? [namespace] : []));
}

test('the desk window fetches every text that it may show', () => {
  const scripts = [...scriptsFrom(path.join(renderer, 'app/desk.tsx'))];
  expect(scripts.length).toBeGreaterThan(50);
  const missing = scripts.flatMap((file) =>
    namespacesIn(file)
      .filter((namespace) => !(namespace in deskWindow))
      .map((namespace) => `${path.basename(file)}: ${namespace}`),
  );
  expect(missing).toEqual([]);
});
