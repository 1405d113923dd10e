import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Display {
  /** What a program needs to open its windows there. */
  env: NodeJS.ProcessEnv;
  close(): Promise<void>;
}

/** The display that this process was given. */
const given: Display = { env: {}, close: async () => {} };

/**
 * A display of its own, so that the windows of specs that run at the same time take neither the focus nor the global
 * shortcut from each other. Without Xvfb, or elsewhere than on Linux, it is the one that is there.
 */
export async function openDisplay(): Promise<Display> {
  if (process.platform !== 'linux') return given;
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const started = await Promise.race([
    new Promise<string>((resolve) => server.stdio[3]?.once('data', (number) => resolve(String(number).trim()))),
    once(server, 'error').then(() => null),
    once(server, 'exit').then(() => null),
  ]);
  if (!started) return given;
  return {
    env: { DISPLAY: `:${started}`, XDG_SESSION_TYPE: 'x11' },
    async close() {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    },
  };
}
