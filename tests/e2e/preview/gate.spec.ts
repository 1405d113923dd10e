import { once } from 'node:events';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { test as base, expect } from '../support/app.ts';
import { type PreviewProcess, spawnPreview } from '../support/hosts.ts';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** The preview, spoken to without a browser: what a browser would correct or refuse by itself is sent as it is. */
class Preview {
  readonly key: string;
  readonly port: number;
  readonly #address: URL;

  constructor({ address }: PreviewProcess) {
    this.#address = new URL(address);
    this.key = this.#address.search;
    this.port = Number(this.#address.port);
  }

  get origin(): string {
    return this.#address.origin;
  }

  async get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
    const sent = request({ host: '127.0.0.1', port: this.port, path, method, headers }).end();
    const [response] = await once(sent, 'response');
    let body = '';
    for await (const chunk of response) body += chunk;
    return { status: response.statusCode, headers: response.headers, body };
  }

  /** Lets this spec in, as a browser is let in. */
  async cookie(): Promise<string> {
    const { headers } = await this.get(`/${this.key}`);
    return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  }

  /** The status that a WebSocket is answered with; 101 when it is opened. */
  async openSocket(headers: Record<string, string>): Promise<number> {
    const socket = new WebSocket(`ws://127.0.0.1:${this.port}/rpc`, { headers });
    const opened = once(socket, 'open').then(() => 101);
    const refused = new Promise<number>((resolve) =>
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0)),
    );
    const status = await Promise.race([opened, refused]);
    socket.on('error', () => {});
    socket.terminate();
    return status;
  }
}

const test = base.extend<{ preview: Preview }>({
  preview: async ({ practice }, use) => {
    const running = await spawnPreview(practice.folder);
    await use(new Preview(running));
    await running.close();
  },
});
// In one worker, which makes the practice once.
test.describe.configure({ mode: 'default' });

/** The same but for its last character. */
const almost = (secret: string): string => secret.slice(0, -1) + (secret.endsWith('A') ? 'B' : 'A');

test('without the key there is nothing to see', async ({ preview }) => {
  for (const path of ['/', '/desk.html', '/review.html', '/?key=', '/?key=AAAAAAAA', '/assets/anything.js']) {
    const { status, headers, body } = await preview.get(path);
    expect(status, path).toBe(403);
    expect(headers['set-cookie'], path).toBeUndefined();
    expect(body, path).not.toContain('<');
  }
});

test('the key lets one browser in, once, with a cookie that stays with it', async ({ preview }) => {
  const first = await preview.get(`/${preview.key}`);
  expect(first.status).toBe(302);
  expect(first.headers.location).toBe(`${preview.origin}/desk.html`);
  const [cookie = ''] = first.headers['set-cookie'] ?? [];
  expect(cookie).toMatch(/^rugdekking-\d+=[\w-]{32}; HttpOnly; SameSite=Strict; Path=\/$/);

  const again = await preview.get(`/${preview.key}`);
  expect(again.status).toBe(403);
  expect(again.headers['set-cookie']).toBeUndefined();

  const letIn = { Cookie: cookie.split(';')[0] ?? '' };
  const page = await preview.get('/desk.html', letIn);
  expect(page.status).toBe(200);
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect(page.headers['cross-origin-opener-policy']).toBe('same-origin');
  expect((await preview.get('/desk.html', { Cookie: almost(letIn.Cookie) })).status).toBe(403);
});

test('a request under another name, or from a page of another address, is refused', async ({ preview }) => {
  const Cookie = await preview.cookie();
  expect((await preview.get('/desk.html', { Cookie })).status).toBe(200);
  expect((await preview.get('/desk.html', { Cookie, Origin: preview.origin })).status).toBe(200);

  const { port } = preview;
  for (const Host of [`localhost:${port}`, `rebound.example:${port}`, '127.0.0.1', `127.0.0.1:${port + 1}`]) {
    expect((await preview.get('/desk.html', { Cookie, Host })).status, Host).toBe(403);
  }
  for (const Origin of ['null', 'https://evil.example', `http://localhost:${port}`, `${preview.origin}.evil.example`]) {
    expect((await preview.get('/desk.html', { Cookie, Origin })).status, Origin).toBe(403);
  }
  expect((await preview.get('/desk.html', { Cookie }, 'POST')).status).toBe(405);
});

test('a key sent from elsewhere is refused and stays good', async ({ preview }) => {
  const elsewhere = await preview.get(`/${preview.key}`, { Origin: 'https://evil.example' });
  expect(elsewhere.status).toBe(403);
  expect((await preview.get(`/${preview.key}`)).status).toBe(302);
});

test('the line to the core opens for a page of this program only', async ({ preview }) => {
  const Cookie = await preview.cookie();
  const own = { Cookie, Origin: preview.origin };
  expect(await preview.openSocket(own)).toBe(101);
  expect(await preview.openSocket({ ...own, Cookie: '' })).toBe(403);
  expect(await preview.openSocket({ ...own, Cookie: almost(Cookie) })).toBe(403);
  expect(await preview.openSocket({ ...own, Origin: 'https://evil.example' })).toBe(403);
  expect(await preview.openSocket({ ...own, Origin: `http://localhost:${preview.port}` })).toBe(403);
  expect(await preview.openSocket({ ...own, Host: `rebound.example:${preview.port}` })).toBe(403);
  expect(await preview.openSocket({ Cookie })).toBe(403);
});

test('no path leads out of the pages', async ({ preview }) => {
  const Cookie = await preview.cookie();
  const paths = [
    '/../package.json',
    '/../../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/assets/..%5c..%5c..%5cpackage.json',
    '/assets/../../../package.json',
    '//etc/passwd',
    '/etc/passwd',
    '/desk.html/../../package.json',
    '/.env',
    '/desk.html%00.js',
  ];
  for (const path of paths) expect((await preview.get(path, { Cookie })).status, path).toBe(404);
});

/** Whether anything answers on an address of this computer. */
async function answers(host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port });
  const answer = await Promise.race([
    once(socket, 'connect').then(
      () => true,
      () => false,
    ),
    wait(2_000).then(() => false),
  ]);
  socket.destroy();
  return answer;
}

test('only this computer can reach it', async ({ preview }) => {
  expect(await answers('127.0.0.1', preview.port)).toBe(true);
  const others = Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.map(({ address }) => address),
  );
  // On Linux every address that begins with 127 is this computer's own: a program on all addresses answers there too.
  for (const host of [...others.filter((address) => address !== '127.0.0.1'), '::1', '127.0.0.2']) {
    expect(await answers(host, preview.port), host).toBe(false);
  }
});
