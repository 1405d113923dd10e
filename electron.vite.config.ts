import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Rolldown } from 'vite';
import { noncePlaceholder } from './src/main/core/pages.ts';

const source = (path: string) => resolve(import.meta.dirname, 'src', path);

// Lower than the Electron that is shipped, so that the same build also starts in an older one for tests.
const nodeTarget = 'node20.18';
const chromeTarget = 'chrome130';

/** Which packages a bundle really holds, with their licences: the bill of materials is made of these. */
const license = { fileName: 'licenses.json' };

/** The windows that cannot begin without a module. */
function windowsOf(module: string, graph: Rolldown.ChunkingContext): string[] {
  const importers = new Set([module]);
  // What is added while it is gone through is gone through too.
  for (const importer of importers) {
    for (const next of graph.getModuleInfo(importer)?.importers ?? []) importers.add(next);
  }
  return ['desk', 'review'].filter((window) => importers.has(source(`renderer/${window}.html`)));
}

/** Every file costs the main process a few milliseconds of a start, so there are few: it is measured by the bench. */
const groups: Rolldown.CodeSplittingGroup[] = [
  {
    // A window's own first module stays apart: it would open that window wherever it is loaded.
    test: (module) => !/\.html$|renderer\/app\/(desk|review)\.tsx$/.test(module),
    name: (module, graph) => ['first', ...windowsOf(module, graph)].join('-'),
    debugName: 'first',
    tags: ['$initial'],
    priority: 1,
  },
  { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 20_000 },
];

/** What a shared part is called by whoever shares it is too long for a disk, and no name of a page. */
const shortName = (name: string) => (name.startsWith('shared~') ? 'shared' : '[name]');

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      license,
      // Half as much to read at every start, of the program and of the thread beside it.
      minify: true,
      rolldownOptions: {
        input: { index: source('main/index.ts'), worker: source('main/core/worker.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      license,
      // A sandboxed preload may require electron and nothing else.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: source('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    plugins: [react()],
    html: { cspNonce: noncePlaceholder },
    build: {
      target: chromeTarget,
      license,
      minify: true,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { desk: source('renderer/desk.html'), review: source('renderer/review.html') },
        output: {
          codeSplitting: { groups },
          chunkFileNames: ({ name }) => `assets/${shortName(name)}-[hash].js`,
          assetFileNames: ({ names: [name = ''] }) => `assets/${shortName(name)}-[hash][extname]`,
        },
      },
    },
  },
});
