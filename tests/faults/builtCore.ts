import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

const root = path.join(import.meta.dirname, '../..');
/** Placed as deep as the source, from where the core finds its resources; another run has its own. */
const folder = path.join(root, 'artifacts', `faults-${process.pid}`);

export interface BuiltCore {
  busyCore: string;
  worker: string;
}

async function buildCore(): Promise<BuiltCore> {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    // A package of before modules asks for it.
    define: { __filename: 'import.meta.filename' },
    build: {
      ssr: true,
      outDir: folder,
      target: 'node24',
      rollupOptions: { input: { busyCore: 'tests/faults/busyCore.ts', worker: 'src/main/core/worker.ts' } },
    },
    ssr: { noExternal: true, external: ['better-sqlite3', 'libsodium-wrappers-sumo'] },
  });
  return { busyCore: path.join(folder, 'busyCore.js'), worker: path.join(folder, 'worker.js') };
}

let built: Promise<BuiltCore> | null = null;

/** The busy core and its thread, built once: each of thousands of processes would read their source anew. */
export function builtCore(): Promise<BuiltCore> {
  built ??= buildCore();
  return built;
}

export function forgetBuiltCore(): void {
  rmSync(folder, { recursive: true, force: true });
}
