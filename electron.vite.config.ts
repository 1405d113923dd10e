import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { noncePlaceholder } from './src/main/core/pages.ts';

const source = (path: string) => resolve(import.meta.dirname, 'src', path);

// Lower than the Electron that is shipped, so that the same build also starts in an older one for tests.
const nodeTarget = 'node20.18';
const chromeTarget = 'chrome130';

/** Which packages a bundle really holds, with their licences: the bill of materials is made of these. */
const license = { fileName: 'licenses.json' };

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      license,
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
      },
    },
  },
});
