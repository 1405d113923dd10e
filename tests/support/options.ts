import path from 'node:path';
import type { WindowHost } from '../../src/main/core/features/window/host.ts';
import type { CoreOptions } from '../../src/main/core/options.ts';
import type { StartWithSession } from '../../src/shared/contract/window.ts';

/** Saturday 21 November 2026, 10:00 in Amsterdam. */
export const startOfTest = Date.parse('2026-11-21T09:00:00Z');

/** A host without windows: what the core asks of it is answered from memory. */
function testHost(): WindowHost {
  let alwaysOnTop = true;
  let bar = false;
  let startWithSession: StartWithSession = 'no';
  return {
    state: () => ({
      alwaysOnTop,
      bar,
      shortcut: { accelerator: 'Ctrl+Alt+R', registered: false, supported: false, alternatives: [] },
      startWithSession,
      contentProtection: { on: false, supported: false },
    }),
    setAlwaysOnTop: (on) => {
      alwaysOnTop = on;
    },
    setBar: (on) => {
      bar = on;
    },
    setContentProtection: () => {},
    setShortcut: () => false,
    setStartWithSession: (start) => {
      startWithSession = start;
    },
    openReview: () => '/review.html',
    copyBriefly: () => false,
    copied: () => {},
    chooseFolder: null,
    idleSeconds: () => null,
  };
}

const source = new URL('../../src/main/core/worker.ts', import.meta.url);

/** The test command has built the thread beside the main one, so that not every core reads its source anew. */
const workerFile = process.env.RUGDEKKING_TEST_WORKER ?? source;

/** Where a core under test notes the end of its log apart from its folder. */
export const apartOf = (folder: string): string => path.join(path.dirname(folder), `apart-of-${path.basename(folder)}`);

export function testOptions(dataFolder: string, clock: () => number): CoreOptions {
  return {
    dataFolder,
    // Nothing that is done to the folder reaches it.
    apart: apartOf(dataFolder),
    clock,
    uptime: clock,
    host: testHost(),
    workerFile,
    resourcesFolder: path.join(import.meta.dirname, '../../resources'),
    appVersion: '0.0.0-test',
  };
}
