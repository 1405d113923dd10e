import { app, type ProtocolRequest, type ProtocolResponse, protocol, type Session, session } from 'electron';
import { readPage } from '../core/pages.ts';
import { isOwnAddress, scheme } from './address.ts';

/** The only thing a page may ask for: to put text on the clipboard after a press. */
const allowedPermission = 'clipboard-sanitized-write';
const ownSchemes = [`${scheme}:`, 'blob:', 'data:', 'devtools:'];

/**
 * Before the app is ready, for every session there will ever be: what would ask the network all the same, beside the
 * requests that a session refuses, goes to a proxy that nobody can be, and no name or address is looked up for it.
 */
export function shutNetwork(): void {
  app.commandLine.appendSwitch('proxy-server', 'http://nobody.invalid:9');
  // Without this, what stands on this computer would be asked without the proxy.
  app.commandLine.appendSwitch('proxy-bypass-list', '<-loopback>');
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  // Nor can a part that the program was built with ask by what pages have too.
  for (const name of ['fetch', 'WebSocket', 'EventSource']) Reflect.deleteProperty(globalThis, name);
}

/** Before the app is ready: pages have an address of their own, with the rights of a secure page. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

async function answerRequest(rendererFolder: string, { method, url }: ProtocolRequest): Promise<ProtocolResponse> {
  if (method !== 'GET' || !isOwnAddress(url)) return { statusCode: 404, data: Buffer.alloc(0) };
  const { status, headers, body } = await readPage(rendererFolder, new URL(url).pathname);
  return { statusCode: status, headers, mimeType: headers['Content-Type'], data: Buffer.from(body) };
}

/** A session in memory only, so that nothing a worker sees stays behind in a browser's files. */
export function openSession(rendererFolder: string): Session {
  const windows = session.fromPartition('windows', { cache: false });
  // Not `handle`, which reads the whole of Node's fetch into the program before the first page can be there.
  windows.protocol.registerBufferProtocol(scheme, (request, answer) => {
    void answerRequest(rendererFolder, request).then(answer);
  });
  windows.setPermissionRequestHandler((contents, permission, answer) =>
    answer(permission === allowedPermission && isOwnAddress(contents.getURL())),
  );
  windows.setPermissionCheckHandler(
    (contents, permission) => permission === allowedPermission && contents !== null && isOwnAddress(contents.getURL()),
  );
  windows.setDevicePermissionHandler(() => false);
  // The program works without a network, so whatever would reach for one is a mistake or an attack.
  windows.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !ownSchemes.includes(new URL(url).protocol) }),
  );
  return windows;
}

/** Every page this program ever shows is bound by this, also one that would be made by mistake. */
export function guardAllPages(): void {
  app.on('web-contents-created', (_event, contents) => {
    // Calls ask no session before they go out; with this they have the proxy only.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    // A page cannot keep its window from closing: what is typed is kept without asking.
    contents.on('will-prevent-unload', (event) => event.preventDefault());
  });
}
