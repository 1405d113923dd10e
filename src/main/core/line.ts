import { StandardRPCHandler } from '@orpc/server/standard';
import { createServerPeerHandleRequestFn } from '@orpc/server/standard-peer';
import {
  type EncodedMessage,
  encodeResponseMessage,
  MessageType,
  experimental_ServerPeerWithoutCodec as Peer,
} from '@orpc/standard-server-peer';
import { z } from 'zod';
import type { Core } from './core.ts';

/** The most that one message from a window may hold; a part of an attachment takes half a megabyte. */
export const largestMessage = 16 * 1024 * 1024;

const id = z.string().min(1).max(32);
/** Everything a window ever sends: a question to a procedure, or that it no longer waits for an answer. */
const frame = z.union([
  z.strictObject({ i: id, t: z.literal(MessageType.ABORT_SIGNAL) }),
  z.strictObject({ i: id, p: z.strictObject({ u: z.string().startsWith('/').max(500), b: z.unknown().optional() }) }),
]);

/** One window's line to the core, whatever carries it. */
export interface Line {
  /** A message as it came in. What no window sends is dropped, without an answer and without harm. */
  receive(message: unknown): void;
  /** The window is gone: what it waited for stops. */
  close(): void;
}

export type Send = (message: EncodedMessage) => void;

/** Makes lines to a core; a host gives each of them a way to send. */
export function openLines({ router, context }: Pick<Core, 'router' | 'context'>): (send: Send) => Line {
  const answer = createServerPeerHandleRequestFn(new StandardRPCHandler<Core['context']>(router), { context });
  return (send) => {
    const peer = new Peer(async ([id, type, payload]) => send(await encodeResponseMessage(id, type, payload)));
    return {
      receive(message) {
        const asked = readFrame(message);
        // What fails after this is the way back: a reader that left, or a line that is gone.
        if (asked) peer.message(asked, answer).catch(() => {});
      },
      close: () => peer.close(),
    };
  };
}

function readFrame(message: unknown): Parameters<Peer['message']>[0] | null {
  if (typeof message !== 'string' || message.length > largestMessage) return null;
  const read = frame.safeParse(parsed(message));
  if (!read.success) return null;
  if ('t' in read.data) return [read.data.i, MessageType.ABORT_SIGNAL, undefined];
  const { u, b } = read.data.p;
  // No headers and no other method: they would make streams and files of what is sent, which nothing here takes.
  return [read.data.i, MessageType.REQUEST, { url: new URL(`http://core${u}`), headers: {}, method: 'POST', body: b }];
}

function parsed(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return null;
  }
}
