import { ipcMain, MessageChannelMain, type MessagePortMain, type WebFrameMain } from 'electron';
import type { Core } from '../core/core.ts';
import { isOwnAddress } from './address.ts';

/** In milliseconds, from when there is a core: a page that has not asked by then may never come. */
const longestWait = 5_000;

/**
 * Gives every page of this program that asks a line of its own to the core; a page that loads again asks again.
 * Resolves at the first answer that goes to a page, or when none went for too long.
 */
export function servePorts(core: Promise<Core>): Promise<void> {
  const { promise: answered, resolve } = Promise.withResolvers<void>();
  const open = new Set<MessagePortMain>();
  // Why there is none is told by whoever opens it.
  void core.then(
    () => setTimeout(resolve, longestWait),
    () => {},
  );
  ipcMain.on('rugdekking:connect', async ({ senderFrame }) => {
    const opened = await core.catch(() => null);
    if (!opened || !isOwnPage(senderFrame)) return;
    const { port1, port2 } = new MessageChannelMain();
    // Held until the page is gone: a port that nothing refers to may be collected while it is in use.
    open.add(port1);
    const line = opened.openLine((message) => {
      port1.postMessage(message);
      resolve();
    });
    port1.on('message', ({ data }) => line.receive(data));
    port1.on('close', () => {
      open.delete(port1);
      line.close();
    });
    port1.start();
    senderFrame.postMessage('rugdekking:port', null, [port2]);
  });
  return answered;
}

function isOwnPage(frame: WebFrameMain | null): frame is WebFrameMain {
  return frame !== null && frame.parent === null && isOwnAddress(frame.url);
}
