import { RPCHandler } from '@orpc/server/message-port';
import { ipcMain, MessageChannelMain, type MessagePortMain, type WebFrameMain } from 'electron';
import type { Core } from '../core/core.ts';
import { isOwnAddress } from './address.ts';

/** Gives every page of this program that asks a line of its own to the core; a page that loads again asks again. */
export function servePorts(core: Core): void {
  const handler = new RPCHandler<Core['context']>(core.router);
  const open = new Set<MessagePortMain>();
  ipcMain.on('rugdekking:connect', ({ senderFrame }) => {
    if (!isOwnPage(senderFrame)) return;
    const { port1, port2 } = new MessageChannelMain();
    // Held until the page is gone: a port that nothing refers to may be collected while it is in use.
    open.add(port1);
    port1.on('close', () => open.delete(port1));
    handler.upgrade(port1, { context: core.context });
    port1.start();
    senderFrame.postMessage('rugdekking:port', null, [port2]);
  });
}

function isOwnPage(frame: WebFrameMain | null): frame is WebFrameMain {
  return frame !== null && frame.parent === null && isOwnAddress(frame.url);
}
