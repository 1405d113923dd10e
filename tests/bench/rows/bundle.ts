import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../../../src/tools/run.ts';
import type { Row } from '../context.ts';

const MOST_KILOBYTES = 250;
const rendererFolder = path.join(root, 'out/renderer');

/** The files a script imports at its top, which it waits for; not those it asks for later. */
function importsOf(script: string): string[] {
  const pattern = /(?:^|[;}\s])(?:import|export)\s*(?:[^'"();]*?\bfrom\s*)?["'](\.[^"']+\.js)["']/g;
  return [...script.matchAll(pattern)].flatMap(([, file]) => (file ? [file] : []));
}

function scriptsOf(page: string): string[] {
  const html = readFileSync(path.join(rendererFolder, page), 'utf8');
  return [...html.matchAll(/(?:src|href)="(\.\/[^"]+\.js)"/g)].flatMap(([, file]) => (file ? [file] : []));
}

/** Every script that must be there before the desk window can show anything, with its text. */
function firstScripts(page: string): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  // The texts are asked for by the first script, and waited for: both languages are as long.
  const texts = globSync('assets/deskWindow-*.js', { cwd: rendererFolder });
  const waiting = [...scriptsOf(page), ...texts.slice(0, 1)].map((file) => path.join(rendererFolder, file));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    const script = readFileSync(file);
    found.set(file, script);
    const folder = path.dirname(file);
    waiting.push(...importsOf(script.toString('utf8')).map((imported) => path.join(folder, imported)));
  }
  return found;
}

export const bundle: Row = async () => {
  const scripts = firstScripts('desk.html');
  const bytes = [...scripts.values()].reduce((sum, script) => sum + gzipSync(script).length, 0);
  const kilobytes = bytes / 1000;
  return [
    {
      row: 'bundle',
      contacts: null,
      p50_ms: null,
      p95_ms: null,
      ratio: kilobytes / MOST_KILOBYTES,
      target: `≤ ${MOST_KILOBYTES} kB gzip`,
      pass: kilobytes <= MOST_KILOBYTES,
      note: `${kilobytes.toFixed(1)} kB in ${scripts.size} scripts`,
    },
  ];
};
