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

const windows = { desk: source('renderer/desk.html'), review: source('renderer/review.html') };
const programs = { index: source('main/index.ts'), worker: source('main/core/worker.ts') };
/** What is read at every start: one after the other, while Chromium and then the window's process start. */
const started = { ...programs, program: source('main/shell/program.ts'), core: source('main/core/core.ts') };

/** Which of these cannot begin without a module. */
function begunWith(module: string, graph: Rolldown.ChunkingContext, entries: Record<string, string>): string[] {
  const importers = new Set([module]);
  // What is added while it is gone through is gone through too.
  for (const importer of importers) {
    for (const next of graph.getModuleInfo(importer)?.importers ?? []) importers.add(next);
  }
  return Object.keys(entries).filter((name) => importers.has(entries[name] ?? ''));
}

/** Every file costs the main process a few milliseconds of a start, so there are few: it is measured by the bench. */
const first = (entries: Record<string, string>, leftOut: RegExp): Rolldown.CodeSplittingGroup => ({
  test: (module) => !leftOut.test(module),
  name: (module, graph) => ['first', ...begunWith(module, graph, entries)].join('-'),
  debugName: 'first',
  tags: ['$initial'],
  priority: 1,
});

const windowGroups: Rolldown.CodeSplittingGroup[] = [
  // A window's own first module stays apart: it would open that window wherever it is loaded.
  first(windows, /\.html$|renderer\/app\/(desk|review)\.tsx$/),
  // Exactly what the same pages share: merged with others, two parts may each wait for the other, and neither begins.
  { name: 'shared', minShareCount: 2, entriesAware: true },
];

const programGroups: Rolldown.CodeSplittingGroup[] = [
  // Each module by itself: the thread must not begin with what only the program begins with.
  {
    test: (module) => !/main\/index\.ts$|core\/worker\.ts$/.test(module),
    debugName: 'started',
    name(module, graph) {
      const readers = begunWith(module, graph, started);
      return readers.length > 0 ? ['first', ...readers].join('-') : null;
    },
    priority: 1,
    includeDependenciesRecursively: false,
  },
  // What only somebody at work asks for is one file too.
  {
    name: 'atWork',
    test: /features\/\w+\/(procedures|unlockAndBackUp|openUnlocked|goOn|backUp)\.ts$/,
    includeDependenciesRecursively: true,
  },
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
      // In kB: what makes PDFs is the largest part, and no start reads it.
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        input: programs,
        output: {
          entryFileNames: '[name].js',
          // Beside the program itself, so that a module finds the pages and resources wherever it is put.
          chunkFileNames: '[name]-[hash].js',
          codeSplitting: { groups: programGroups },
        },
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
      // In kB: what both windows begin with is one file.
      chunkSizeWarningLimit: 700,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: windows,
        output: {
          codeSplitting: { groups: windowGroups },
          chunkFileNames: ({ name }) => `assets/${shortName(name)}-[hash].js`,
          assetFileNames: ({ names: [name = ''] }) => `assets/${shortName(name)}-[hash][extname]`,
        },
      },
    },
  },
});
