import { defineConfig } from 'vite';

/** The preview, built for the specs: it is started for each of them, and its source takes a second to read. */
export default defineConfig({
  logLevel: 'warn',
  // A package of before modules asks for it.
  define: { __filename: 'import.meta.filename' },
  build: {
    ssr: 'src/preview/index.ts',
    // Placed as the source is, from where it finds the pages.
    outDir: 'artifacts/underTest/src/preview',
    target: 'node24',
  },
  ssr: { noExternal: true, external: ['better-sqlite3', 'libsodium-wrappers-sumo'] },
});
