import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Page } from '@playwright/test';
import { openCaller, openReview, unlock } from '../support/actions.ts';
import { test as base, expect } from '../support/app.ts';
import { callers, workers } from '../support/people.ts';

/** A server on this computer that a page might be led to; it counts who comes, in whatever way. */
interface Elsewhere {
  address: string;
  visits: string[];
}

const test = base.extend<{ elsewhere: Elsewhere }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from this pattern.
  elsewhere: async ({}, use) => {
    const visits: string[] = [];
    const server = createServer((request, response) => {
      visits.push(request.url ?? '');
      response.end('<h1>Elsewhere</h1>');
    });
    server.on('connection', () => visits.push('a connection over TCP'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (!address || typeof address === 'string') throw new Error('the server has no port');
    // What takes calls and video apart asks over UDP, at the same number.
    const packets = createSocket('udp4', () => visits.push('a packet over UDP')).bind(address.port, '127.0.0.1');
    await once(packets, 'listening');
    await use({ address: `http://127.0.0.1:${address.port}`, visits });
    packets.close();
    server.closeAllConnections();
    server.close();
  },
});

const deskAddress = 'app://rugdekking/desk.html';

/** The directives of a policy by name. */
function directives(policy: string): Record<string, string> {
  return Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')];
    }),
  );
}

test('pages come with a policy in their header and no script in themselves', async ({ app: { desk } }) => {
  for (const page of ['/desk.html', '/review.html']) {
    const { policy, html } = await desk.evaluate(async (path) => {
      const response = await fetch(path);
      return { policy: response.headers.get('content-security-policy') ?? '', html: await response.text() };
    }, page);
    const { 'style-src': style, ...rules } = directives(policy);
    expect(rules).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'img-src': "'self' data: blob:",
      'media-src': 'blob:',
      'font-src': "'self'",
      'connect-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    });
    expect(style).toMatch(/^'self' 'nonce-[A-Za-z0-9+/=]{24}'$/);
    expect(html).toMatch(/<script [^>]*src="\.\/assets\/[\w-]+\.js"/);
    expect(html).not.toMatch(/<script(?![^>]* src=)/);
    expect(html).not.toMatch(/ on\w+=|javascript:/i);
  }
});

test('a script that gets into the page does not run', async ({ app: { desk } }) => {
  const refused = await desk.evaluate(async () => {
    const directive = new Promise((resolve) =>
      addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true }),
    );
    const script = document.createElement('script');
    script.textContent = 'document.title = "it ran"';
    document.head.append(script);
    return directive;
  });
  expect(refused).toBe('script-src-elem');
  await expect(desk).not.toHaveTitle('it ran');
});

/** Each tries to show the address in this window or another. */
const waysOut: Record<string, (address: string) => unknown> = {
  open: (address) => window.open(address),
  navigate: (address) => location.assign(address),
  link(address) {
    const link = document.createElement('a');
    for (const target of ['_self', '_blank', '_top']) {
      Object.assign(link, { href: address, target, textContent: 'out' });
      document.body.append(link);
      link.click();
    }
    link.remove();
  },
  form(address) {
    const form = document.createElement('form');
    Object.assign(form, { action: address, method: 'post' });
    document.body.append(form);
    form.submit();
  },
  frame(address) {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(frame);
  },
  refresh(address) {
    const meta = document.createElement('meta');
    Object.assign(meta, { httpEquiv: 'refresh', content: `0; url=${address}` });
    document.head.append(meta);
  },
  picture(address) {
    new Image().src = address;
  },
  beacon: (address) => navigator.sendBeacon(address, 'a caller'),
  fetch: (address) => void fetch(address, { method: 'POST', body: 'a caller', mode: 'no-cors' }).catch(() => {}),
  socket: (address) => new WebSocket(address.replace('http', 'ws')).close(),
  call(address) {
    const { host } = new URL(address);
    const urls = [`turn:${host}?transport=udp`, `turn:${host}?transport=tcp`];
    const iceServers = [{ urls: `stun:${host}` }, { urls, username: 'a', credential: 'caller' }];
    const call = new RTCPeerConnection({ iceServers });
    call.createDataChannel('out');
    void call.createOffer().then((offer) => call.setLocalDescription(offer));
  },
};

test('nothing leads out of the window', async ({ app, elsewhere }) => {
  await expect(app.desk.getByLabel(/^Wachtwoord van/)).toBeFocused();
  for (const [name, goOut] of Object.entries(waysOut)) {
    // Serialized, because a function cannot be handed to a page with its argument in a record.
    await app.desk.evaluate(`(${functionOf(goOut)})(${JSON.stringify(`${elsewhere.address}/${name}`)}), undefined`);
  }
  await app.desk.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  expect(elsewhere.visits).toEqual([]);
  expect(app.desk.url()).toBe(deskAddress);
  expect(app.electron.windows()).toHaveLength(1);
  // Playwright itself waits for a navigation that never comes, so the page is asked.
  expect(await app.desk.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('password');
});

/** Methods of an object literal print without the word that makes them functions. */
function functionOf(way: (address: string) => unknown): string {
  const source = String(way);
  return /^(\(|function\b|async\b|\w+ =>)/.test(source) ? source : `function ${source}`;
}

test('a page gets no permission but to write on the clipboard', async ({ app: { desk } }) => {
  const states = await desk.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'clipboard-write'];
    const asked = names.map(async (name) => {
      // The types leave out most of the names that browsers know.
      const status: PermissionStatus = await Reflect.apply(navigator.permissions.query, navigator.permissions, [
        { name },
      ]);
      return [name, status.state];
    });
    return Object.fromEntries(await Promise.all(asked));
  });
  expect(states).toEqual({
    geolocation: 'denied',
    notifications: 'denied',
    camera: 'denied',
    microphone: 'denied',
    midi: 'denied',
    'clipboard-read': 'denied',
    'clipboard-write': 'granted',
  });

  const answers = await desk.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    place: await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        ({ message }) => resolve(message),
      ),
    ),
  }));
  expect(answers).toEqual({ notifications: 'denied', place: 'User denied Geolocation' });
});

test('a page has no way into the computer', async ({ app }) => {
  const found = await app.desk.evaluate(() =>
    ['process', 'require', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'].filter(
      (name) => name in window,
    ),
  );
  expect(found).toEqual([]);
  await unlock(app.desk, workers.karin);
  await openReview(app);
  const preferences = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Electron keeps it out of its types.
      const read = Reflect.get(contents, 'getLastWebPreferences');
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag, ...rest } = read.call(contents);
      const { nodeIntegrationInSubFrames, nodeIntegrationInWorker = false, allowRunningInsecureContent } = rest;
      const { plugins = false, experimentalFeatures, enableBlinkFeatures = '' } = rest;
      return {
        ...{ sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag, nodeIntegrationInSubFrames, plugins },
        ...{ nodeIntegrationInWorker, allowRunningInsecureContent, experimentalFeatures, enableBlinkFeatures },
        onDisk: contents.session.isPersistent() || contents.session.storagePath !== null,
      };
    }),
  );
  const closed = {
    ...{ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false },
    ...{ nodeIntegrationInSubFrames: false, nodeIntegrationInWorker: false, allowRunningInsecureContent: false },
    ...{ plugins: false, experimentalFeatures: false, enableBlinkFeatures: '', onDisk: false },
  };
  expect(preferences).toEqual([closed, closed]);
});

test('a page can put no other page into itself', async ({ app }) => {
  await app.desk.evaluate(() => {
    for (const address of ['file:///etc/hostname', 'data:text/html,<h1>in</h1>', 'app://rugdekking/review.html']) {
      for (const name of ['iframe', 'webview', 'embed', 'object']) {
        const frame = document.createElement(name);
        frame.setAttribute(name === 'object' ? 'data' : 'src', address);
        frame.setAttribute('allowpopups', '');
        document.body.append(frame);
      }
    }
  });
  const fetched = await app.desk.evaluate(() =>
    fetch('file:///etc/hostname').then(
      () => 'read',
      () => 'refused',
    ),
  );
  expect(fetched).toBe('refused');
  const inside = await app.electron.evaluate(async ({ webContents }) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const all = webContents.getAllWebContents();
    const frames = all.flatMap(({ mainFrame }) => mainFrame.framesInSubtree.filter((frame) => frame !== mainFrame));
    // A frame that was refused keeps the address it was asked for, and shows nothing of it.
    const shown = frames.map((frame) =>
      Promise.race([
        frame.executeJavaScript('document.querySelector("h1, #root, script[src], body > pre")?.outerHTML ?? "nothing"'),
        new Promise((resolve) => setTimeout(() => resolve('nothing'), 2000)),
      ]),
    );
    return { pages: all.length, shown: (await Promise.all(shown)).filter((content) => content !== 'nothing') };
  });
  expect(inside).toEqual({ pages: 1, shown: [] });
});

/** Writes down every address that the windows ask for, from now on. */
async function watchRequests(page: Page, requests: string[]): Promise<void> {
  page.on('request', (request) => requests.push(request.url()));
}

test('no request leaves the computer, whatever is opened', async ({ app, elsewhere }) => {
  const requests: string[] = [];
  await watchRequests(app.desk, requests);
  await app.desk.reload();
  await unlock(app.desk, workers.karin);
  await openCaller(app.desk, 'zwaan', callers.zwaantje.displayName);
  for (const key of ['F7', 'F8', 'F9', 'F10']) {
    await app.desk.keyboard.press(key);
    await app.desk.keyboard.press('Escape');
  }
  const review = await openReview(app);
  await watchRequests(review, requests);
  await review.reload();
  for (const key of ['2', '3', '4', '5', '6', '1']) {
    await review.keyboard.press(`Alt+${key}`);
    await expect(review.locator('main').getByRole('heading').first()).toBeVisible();
  }
  expect(requests.length).toBeGreaterThan(10);
  expect(
    requests.filter((address) => !/^(app:\/\/rugdekking\/|data:|blob:app:\/\/rugdekking\/)/.test(address)),
  ).toEqual([]);

  // Also when something in the program itself would ask for it in the name of a window.
  const answer = await app.electron.evaluate(
    ({ net, webContents }, address) =>
      Promise.all(
        webContents.getAllWebContents().map(
          ({ session }) =>
            new Promise<string>((resolve) => {
              const request = net.request({ url: address, session });
              request.on('response', () => resolve('answered'));
              request.on('error', ({ message }) => resolve(message));
              request.end();
            }),
        ),
      ),
    elsewhere.address,
  );
  expect(answer).toEqual(answer.map(() => expect.stringContaining('ERR_BLOCKED_BY_CLIENT')));
  expect(elsewhere.visits).toEqual([]);
});

test('the program has no fetch, WebSocket or EventSource, and a start does not read them', async ({ app }) => {
  await unlock(app.desk, workers.anna);
  const ways = await app.electron.evaluate(() => ({
    names: ['fetch', 'WebSocket', 'EventSource'].filter((name) => name in globalThis),
    read: Reflect.get(process, 'moduleLoadList').filter((name: string) => name.includes('undici')),
  }));
  expect(ways).toEqual({ names: [], read: [] });
});

test('no session knows a way to any address, neither by a proxy nor by its name', async ({ app }) => {
  const ways = await app.electron.evaluate(({ session, webContents }) => {
    const sessions = [session.defaultSession, ...webContents.getAllWebContents().map((contents) => contents.session)];
    return Promise.all(
      sessions.map(async (one) => ({
        proxies: await Promise.all(['http://localhost/', 'https://127.0.0.1/'].map((url) => one.resolveProxy(url))),
        // This one needs no network, and every computer knows it.
        found: await one.resolveHost('localhost').then(
          () => 'found',
          ({ message }) => message,
        ),
      })),
    );
  });
  const nowhere = { proxies: Array(2).fill('PROXY nobody.invalid:9'), found: expect.stringContaining('NOT_RESOLVED') };
  expect(ways).toEqual([nowhere, nowhere]);
});
