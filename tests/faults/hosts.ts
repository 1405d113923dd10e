import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { WebSocket } from 'ws';
import type { ContractClient } from '../../src/shared/contract/index.ts';
import { electronFolder } from '../../src/tools/electron.ts';
import { type ElectronHost, electronHost } from '../e2e/support/hosts.ts';

const root = path.join(import.meta.dirname, '../..');

/** A whole program, and a line to it as a window has. */
export interface Running {
  client: ContractClient;
  kill(): Promise<void>;
  close(): Promise<void>;
}

export interface RealHost {
  name: string;
  /** Why it cannot be had here. */
  missing(): string | null;
  start(folder: string): Promise<Running>;
}

const notBuilt = (file: string): string | null =>
  existsSync(path.join(root, 'out', file)) ? null : 'it is not built (npm run build)';

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stdout) for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line).address;
  throw new Error('the preview ended before it gave its address');
}

async function startPreview(folder: string): Promise<Running> {
  const child = spawn(process.execPath, ['src/preview/index.ts', '--json'], {
    ...{ cwd: root, stdio: ['ignore', 'pipe', 'ignore'] },
    env: { ...process.env, RUGDEKKING_DATA_FOLDER: folder },
  });
  const address = await addressOf(child);
  const { headers } = await fetch(address, { redirect: 'manual' });
  const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
  const { origin } = new URL(address);
  const websocket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, { headers: { cookie, origin } });
  await once(websocket, 'open');
  return {
    client: createORPCClient<ContractClient>(new SocketLink({ websocket })),
    kill: () => ended(child, 'SIGKILL'),
    close: () => ended(child, 'SIGTERM'),
  };
}

export const preview: RealHost = {
  name: 'preview',
  missing: () => notBuilt('renderer/desk.html'),
  start: startPreview,
};

let electrons: Promise<ElectronHost> | null = null;

export async function closeHosts(): Promise<void> {
  await (await electrons)?.close();
  electrons = null;
}

/** A port of the page's own, as the window has one; what goes through it is carried over to here. */
async function startElectron(folder: string): Promise<Running> {
  electrons ??= electronHost();
  const { desk, kill, close } = await (await electrons).start(folder);
  // By then the page has its own.
  await desk.locator('h1, input').first().waitFor();
  const { port1, port2 } = new MessageChannel();
  await desk.exposeFunction('fromProgram', (message: unknown) => port2.postMessage(message));
  await desk.evaluate(
    () =>
      new Promise<void>((resolve) => {
        window.addEventListener('message', function receive({ data, ports: [port] }) {
          if (data?.type !== 'rugdekking:port' || !port) return;
          window.removeEventListener('message', receive);
          port.addEventListener('message', (event) => void Reflect.get(window, 'fromProgram')(event.data));
          port.start();
          Reflect.set(window, 'toProgram', (message: unknown) => port.postMessage(message));
          resolve();
        });
        window.postMessage({ type: 'rugdekking:connect' }, location.origin);
      }),
  );
  port2.addEventListener('message', ({ data }) => {
    desk.evaluate((message) => Reflect.get(window, 'toProgram')(message), data).catch(() => undefined);
  });
  port1.start();
  port2.start();
  const shut = async (how: () => Promise<void>) => {
    await how();
    port1.close();
  };
  return {
    client: createORPCClient<ContractClient>(new PortLink({ port: port1 })),
    kill: () => shut(kill),
    close: () => shut(close),
  };
}

export interface StartedAlone {
  /** The code it ended with; null when it is still there. */
  endedWithin(milliseconds: number): Promise<number | null>;
  kill(): Promise<void>;
}

/** The program as somebody starts it, with nobody who steers it. */
export async function startElectronAlone(folder: string): Promise<StartedAlone> {
  electrons ??= electronHost();
  const child = (await electrons).startAlone(folder);
  const exit = once(child, 'exit');
  return {
    async endedWithin(milliseconds) {
      const timer = new AbortController();
      const late = setTimeout(milliseconds, null, { signal: timer.signal }).catch(() => null);
      await Promise.race([exit, late]);
      timer.abort();
      return child.exitCode;
    },
    kill: () => ended(child, 'SIGKILL'),
  };
}

const NO_ELECTRON = 'Electron is not here (npm start fetches it, ELECTRON_OVERRIDE_DIST_PATH says where another is)';

export const electron: RealHost = {
  name: 'Electron',
  missing: () => (electronFolder() ? notBuilt('main/index.js') : NO_ELECTRON),
  start: startElectron,
};
