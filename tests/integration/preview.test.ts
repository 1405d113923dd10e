import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { connect as connectTo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { openCore } from '../../src/main/core/core.ts';
import { largestMessage } from '../../src/main/core/line.ts';
import { createPreviewHost } from '../../src/preview/host.ts';
import { type PreviewServer, startServer } from '../../src/preview/server.ts';
import { createI18n } from '../../src/shared/i18n/index.ts';
import { fuzzRun } from '../support/fuzzRun.ts';
import { wrongMessages } from '../support/wrongMessages.ts';

const { inputs, seed } = fuzzRun(300);

describe('the preview lets in only the browser that opened its link', () => {
  let folder = '';
  let server: PreviewServer;
  let closeCore: () => Promise<void>;
  const shown: string[] = [];
  const latest = () => new URL(shown.at(-1) ?? '');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'preview-'));
    await writeFile(join(folder, 'desk.html'), 'the desk');
    const core = await openCore({
      dataFolder: join(folder, 'data'),
      clock: Date.now,
      uptime: () => performance.now(),
      host: createPreviewHost(),
      workerFile: new URL('../../src/main/core/worker.ts', import.meta.url),
      resourcesFolder: join(import.meta.dirname, '../../resources'),
      appVersion: '0.0.0',
    });
    closeCore = core.close;
    const onAddress = (address: string) => shown.push(address);
    server = await startServer({ core, rendererFolder: folder, port: 0, texts: createI18n('en').t, onAddress });
  });
  afterAll(async () => {
    await server.stop();
    await closeCore();
    await rm(folder, { recursive: true });
  });

  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(new URL(path, latest()), { headers, redirect: 'manual' });

  const letIn = async (address: string) => {
    const answer = await fetch(address, { redirect: 'manual' });
    return { answer, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
  };

  it('gives a strict cookie for the key, once, and shows the next link', async () => {
    const address = latest().href;
    const { answer, cookie } = await letIn(address);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(`${latest().origin}/desk.html`);
    expect(answer.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(await (await ask('/desk.html', { cookie })).text()).toBe('the desk');

    expect((await letIn(address)).answer.status).toBe(403);
    expect(latest().href).not.toBe(address);
    expect((await letIn(latest().href)).answer.status).toBe(302);
  });

  it('refuses whoever has no key, a wrong one or a wrong cookie', async () => {
    const { cookie } = await letIn(latest().href);
    expect((await ask('/desk.html')).status).toBe(403);
    expect((await ask('/?key=guessed')).status).toBe(403);
    expect((await ask('/desk.html', { cookie: `${cookie}x` })).status).toBe(403);
    expect((await ask('/desk.html', { cookie: cookie.replace(/=.*/, '=guessed') })).status).toBe(403);
  });

  it('refuses a page of another address, even with the cookie', async () => {
    const { cookie } = await letIn(latest().href);
    expect((await ask('/desk.html', { cookie, origin: 'http://127.0.0.1' })).status).toBe(403);
    expect((await ask('/desk.html', { cookie, origin: 'null' })).status).toBe(403);
    expect(await statusFor('evil.example', cookie)).toBe(403);
    expect(await statusFor(`localhost:${latest().port}`, cookie)).toBe(403);
  });

  it('refuses names that were made to point at this computer (DNS rebinding), for pages and for the line', async () => {
    const { cookie } = await letIn(latest().href);
    const { origin, port } = latest();
    expect(await statusFor(`127.0.0.1:${port}`, cookie)).toBe(200);
    const names = ['rebound.example', `rebound.example:${port}`, `127.0.0.1.rebound.example:${port}`, '127.0.0.1'];
    for (const host of [...names, `127.0.0.1:${port}.`, `127.0.0.1:${port}@rebound.example`, `[::1]:${port}`]) {
      expect([host, await statusFor(host, cookie)]).toEqual([host, expect.toSatisfy((status) => status >= 400)]);
      expect([host, await connects('/rpc', { headers: { cookie, host }, origin })]).toEqual([host, false]);
      const ownOrigin = `http://${host}`;
      expect([host, await connects('/rpc', { headers: { cookie, host }, origin: ownOrigin })]).toEqual([host, false]);
    }
  });

  it('listens on this computer only', async () => {
    const others = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
    for (const { address, internal } of others) {
      if (internal) continue;
      const answer = new Promise((resolve) => {
        get({ host: address, port: latest().port }, () => resolve('answered')).once('error', () => resolve('refused'));
      });
      expect([address, await answer]).toEqual([address, 'refused']);
    }
    expect(latest().hostname).toBe('127.0.0.1');
  });

  it('stays up when garbage or a giant message comes in, and drops the giant', async () => {
    const { cookie } = await letIn(latest().href);
    const { origin } = latest();
    const socket = await open('/rpc', { headers: { cookie }, origin });
    for (const message of fc.sample(wrongMessages, { seed, numRuns: inputs })) {
      socket.send(typeof message === 'string' ? message : Buffer.from(fc.stringify(message)));
    }
    const answered = once(socket, 'message');
    socket.send(JSON.stringify({ i: 'last', p: { u: '/session/state' } }));
    await answered;
    const closed = once(socket, 'close');
    socket.send('x'.repeat(largestMessage + 1));
    expect((await closed)[0]).toBe(1009);

    // Bytes that are no message of the protocol at all.
    const { port } = latest();
    const raw = connectTo(Number(port), '127.0.0.1');
    raw.write(
      `GET /rpc HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${origin}\r\nCookie: ${cookie}\r\nUpgrade: websocket\r\n` +
        `Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${'a'.repeat(22)}==\r\n\r\n`,
    );
    await once(raw, 'data');
    raw.write(Buffer.alloc(64, 0xff));
    await once(raw, 'close');
    expect((await ask('/desk.html', { cookie })).status).toBe(200);
  });

  it('only reads', async () => {
    const { cookie } = await letIn(latest().href);
    const answer = await fetch(new URL('/desk.html', latest()), { method: 'POST', headers: { cookie } });
    expect(answer.status).toBe(405);
  });

  it('opens the line to the core for its own page only', async () => {
    const { cookie } = await letIn(latest().href);
    const { origin } = latest();
    expect(await connects('/rpc', { headers: { cookie }, origin })).toBe(true);
    expect(await connects('/rpc', { headers: { cookie }, origin: 'http://evil.example' })).toBe(false);
    expect(await connects('/rpc', { headers: { cookie } })).toBe(false);
    expect(await connects('/rpc', { origin })).toBe(false);
    expect(await connects('/other', { headers: { cookie }, origin })).toBe(false);
  });

  /** With a Host header of choice, which fetch does not allow. */
  function statusFor(host: string, cookie: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const { port } = latest();
      get({ host: '127.0.0.1', port, path: '/desk.html', headers: { host, cookie } }, ({ statusCode }) =>
        resolve(statusCode),
      ).once('error', reject);
    });
  }

  interface From {
    headers?: Record<string, string>;
    origin?: string;
  }

  async function open(path: string, options: From): Promise<WebSocket> {
    const socket = new WebSocket(new URL(path, latest().href.replace('http', 'ws')), options);
    await once(socket, 'open');
    return socket;
  }

  async function connects(path: string, options: From): Promise<boolean> {
    const socket = await open(path, options).catch(() => null);
    socket?.close();
    return socket !== null;
  }
});
