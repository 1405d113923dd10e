import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { i18n } from 'i18next';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Core } from '../main/core/core.ts';
import { type Line, largestMessage } from '../main/core/line.ts';
import { type Page, plainPage, readPage } from '../main/core/pages.ts';
import { createGate, type Gate } from './gate.ts';

const loopback = '127.0.0.1';
const firstPage = '/desk.html';

export interface PreviewOptions {
  core: Core;
  rendererFolder: string;
  port: number;
  texts: i18n['t'];
  /** Called with an address to show, at the start and each time a browser used one. */
  onAddress: (address: string) => void;
}

export interface PreviewServer {
  /** An address that lets one browser in, once. */
  freshAddress(): string;
  stop(): Promise<void>;
}

/** Serves the windows to a browser on this computer. */
export async function startServer(options: PreviewOptions): Promise<PreviewServer> {
  const server = createServer();
  const gate = createGate(await listen(server, options.port));
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage });
  const { openLine } = options.core;
  server.on('request', (request, response) => {
    answer(request, gate, options).then(
      (page) => send(response, page),
      () => send(response, plainPage(500, options.texts('start:refused.failed'))),
    );
  });
  server.on('upgrade', (request, socket, head) => {
    if (!mayConnect(request, gate)) return refuse(socket);
    sockets.handleUpgrade(request, socket, head, (websocket) =>
      join(
        websocket,
        openLine((message) => websocket.send(message)),
      ),
    );
  });
  const showAddress = () => options.onAddress(gate.freshAddress(showAddress));
  showAddress();
  return { freshAddress: gate.freshAddress, stop: () => stop(server, sockets) };
}

function join(websocket: WebSocket, line: Line): void {
  websocket.on('message', (data, isBinary) => line.receive(isBinary ? null : String(data)));
  websocket.on('close', line.close);
  // A message that is too large, or no message at all: the socket closes, and the page connects anew.
  websocket.on('error', () => {});
}

async function answer(request: IncomingMessage, gate: Gate, { rendererFolder, texts }: PreviewOptions) {
  if (!gate.isOwn(request)) return plainPage(403, texts('start:refused.elsewhere'));
  if (request.method !== 'GET') return plainPage(405, texts('start:refused.method'), { Allow: 'GET' });
  const { pathname, searchParams } = new URL(request.url ?? '/', gate.origin);
  const asked = pathname === '/' ? firstPage : pathname;
  const key = searchParams.get('key');
  const cookie = key && gate.exchange(key);
  const redirect = { Location: gate.origin + asked };
  if (cookie) return plainPage(302, '', { ...redirect, 'Set-Cookie': cookie });
  if (!gate.hasCookie(request)) return plainPage(403, texts('start:refused.noKey'));
  if (key || asked !== pathname) return plainPage(302, '', redirect);
  return readPage(rendererFolder, asked);
}

function mayConnect(request: IncomingMessage, gate: Gate): boolean {
  return (
    request.url === '/rpc' &&
    gate.isOwn(request) &&
    // A browser always tells the origin of a socket, so one without it is no page of ours.
    request.headers.origin === gate.origin &&
    gate.hasCookie(request)
  );
}

/** A page of elsewhere that opens one of ours gets no hold of it; Electron opens none, and would start each in a second process. */
const fromNobody = { 'Cross-Origin-Opener-Policy': 'same-origin' };

function send(response: ServerResponse, { status, headers, body }: Page): void {
  response.writeHead(status, { ...fromNobody, ...headers }).end(body);
}

function refuse(socket: Duplex): void {
  // Who was refused may have gone already.
  socket.on('error', () => {});
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

/** Gives the port it listens on, which is any free one when 0 is asked. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, () => {
      const address = server.address();
      resolve(address && typeof address === 'object' ? address.port : port);
    });
  });
}

async function stop(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.terminate();
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
