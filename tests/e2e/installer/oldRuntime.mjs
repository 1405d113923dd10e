// For tests on an Electron that needs a module loaded first (`-r file` in RUGDEKKING_ELECTRON_ARGS): a built program takes
// no such argument, so in a package that is made for a test alone this stands before the program and loads it.
import { createRequire, syncBuiltinESMExports } from 'node:module';
import workerThreads from 'node:worker_threads';

const [, file] = /-r\s+(\S+)/.exec(process.env.RUGDEKKING_ELECTRON_ARGS ?? '') ?? [];
if (file) {
  createRequire(import.meta.url)(file);
  workerThreads.Worker = class extends workerThreads.Worker {
    constructor(script, options) {
      super(script, { ...options, execArgv: ['-r', file] });
    }
  };
  syncBuiltinESMExports();
}
await import('./index.js');
