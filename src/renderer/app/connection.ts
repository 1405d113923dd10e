import { type ClientContext, type ClientLink, createORPCClient, DynamicLink } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractClient } from '../../shared/contract/index.ts';
import { watchRefusals } from './refusals.ts';

/** The scheme of the pages in Electron; every other host serves them with a socket beside them. */
const electronScheme = 'app:';

const firstRetry = 250;
const lastRetry = 4_000;
/** How long a call waits for a lost connection to come back before it fails. */
const patience = 5_000;

/**
 * Connects this window to the core, whichever program it runs in.
 *
 * A call made while the connection is lost waits a moment for it to come back. A call that was under way
 * when it was lost fails, and so does an event iterator: its reader asks again.
 */
export async function connect(): Promise<ContractClient> {
  const link = location.protocol === electronScheme ? new PortLink({ port: await askForPort() }) : socketLink();
  return createORPCClient<ContractClient>(watchRefusals(link));
}

function askForPort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    window.addEventListener('message', function receive(event) {
      const [port] = event.ports;
      if (event.source !== window || event.data?.type !== 'rugdekking:port' || !port) return;
      window.removeEventListener('message', receive);
      port.start();
      resolve(port);
    });
    window.postMessage({ type: 'rugdekking:connect' }, location.origin);
  });
}

function socketLink(): DynamicLink<ClientContext> {
  let link = openLink();

  async function openLink(): Promise<ClientLink<ClientContext>> {
    for (let retryAfter = firstRetry; ; retryAfter = Math.min(retryAfter * 2, lastRetry)) {
      const websocket = await openSocket();
      if (websocket) {
        websocket.addEventListener('close', () => {
          link = openLink();
        });
        return new SocketLink({ websocket });
      }
      await new Promise((resolve) => setTimeout(resolve, retryAfter));
    }
  }

  return new DynamicLink(() => withinPatience(link));
}

/** Gives null when there is nobody to connect to now. */
function openSocket(): Promise<WebSocket | null> {
  return new Promise((resolve) => {
    const websocket = new WebSocket(new URL('/rpc', location.href.replace(/^http/, 'ws')));
    websocket.addEventListener('open', () => resolve(websocket));
    websocket.addEventListener('close', () => resolve(null));
  });
}

function withinPatience<Result>(promise: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('No connection.')), patience);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
