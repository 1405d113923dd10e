import { aCaller } from '../../support/samples.ts';
import { openCaller, unlock } from '../support/actions.ts';
import { expect, test } from '../support/app.ts';
import { workers } from '../support/people.ts';

/** Asks for a line to the core as the desk does; text, so that it runs in a page that Playwright does not hold. */
const askForLine = `new Promise((resolve) => {
  addEventListener('message', ({ data, ports }) => data?.type === 'rugdekking:port' && resolve(ports.length));
  postMessage({ type: 'rugdekking:connect' }, '*');
  setTimeout(() => resolve('no line'), 1000);
})`;

test('a page of anything else gets no line to the core', async ({ app }) => {
  expect(await app.desk.evaluate(askForLine)).toBe(1);
  const answer = await app.electron.evaluate(async ({ BrowserWindow }, question) => {
    const [desk] = BrowserWindow.getAllWindows();
    // As when something had led a window elsewhere, with everything that a window of this program has.
    const other = new BrowserWindow({
      show: false,
      webPreferences: {
        session: desk?.webContents.session,
        preload: Reflect.get(desk?.webContents ?? {}, 'getLastWebPreferences').call(desk?.webContents).preload,
      },
    });
    await other.loadURL('data:text/html,<h1>Elsewhere</h1>');
    const got: unknown = await other.webContents.executeJavaScript(question);
    other.destroy();
    return got;
  }, askForLine);
  expect(answer).toBe('no line');
});

test('garbage on the port does no harm, and the window goes on', async ({ app }) => {
  await app.electron.evaluate(() => {
    const failures: string[] = [];
    Reflect.set(globalThis, 'failures', failures);
    process.on('unhandledRejection', (reason) => failures.push(String(reason)));
    process.on('uncaughtExceptionMonitor', (error) => failures.push(String(error)));
  });
  const answer = await app.desk.evaluate(async () => {
    const port = await new Promise<MessagePort>((resolve) => {
      addEventListener(
        'message',
        ({ data, ports: [given] }) => data?.type === 'rugdekking:port' && given && resolve(given),
      );
      postMessage({ type: 'rugdekking:connect' }, location.origin);
    });
    const cyclic: { self?: unknown } = {};
    cyclic.self = cyclic;
    const url = '/session/state';
    const values = [undefined, null, 1, 2n, Number.NaN, '', '{', '[]', 'null', '\0', '\ud800', [], {}, cyclic];
    const things = [new Date(), /x/, new Map(), new Uint8Array(9), new Uint8Array(9).buffer, new Blob(['x'])];
    const messages = [
      { i: 1 },
      { i: '1', p: null },
      { i: '1', p: { u: 5 } },
      { i: '1', p: { u: 'http://[' } },
      { i: '1', t: 3, p: null },
      { i: '1', t: 4 },
      { i: '1', p: { u: url, h: { 'content-type': 'multipart/form-data' } } },
      { i: '1', p: { u: url, h: { 'content-type': 'text/event-stream' } } },
      { i: '1', p: { u: url, b: { json: 'x', meta: [[4]] } } },
    ];
    for (const message of [...values, ...things, ...messages, ...messages.map((one) => JSON.stringify(one))]) {
      port.postMessage(message);
    }
    const answered = new Promise<string>((resolve) => {
      port.onmessage = ({ data }) => String(data).includes('"last"') && resolve(String(data));
    });
    port.postMessage(JSON.stringify({ i: 'last', p: { u: url } }));
    return answered;
  });
  expect(JSON.parse(answer)).toMatchObject({ i: 'last', p: { b: { json: { kind: 'locked' } } } });
  expect(await app.electron.evaluate(() => Reflect.get(globalThis, 'failures'))).toEqual([]);
  await unlock(app.desk, workers.karin);
});

test('a name that is a page, or turns what follows, is shown as the text it is', async ({ app }) => {
  await unlock(app.desk, workers.karin);
  const name = '<img src=x onerror="document.title=1"><b>Wolkema</b>';
  const details = aCaller({ displayName: `\u202e${name}`, remark: `<script>document.title = 'it ran'</script>` });
  await app.desk.evaluate(
    async (question) => {
      const port = await new Promise<MessagePort>((resolve) => {
        addEventListener(
          'message',
          ({ data, ports: [given] }) => data?.type === 'rugdekking:port' && given && resolve(given),
        );
        postMessage({ type: 'rugdekking:connect' }, location.origin);
      });
      const answered = new Promise((resolve) => {
        port.onmessage = resolve;
      });
      port.postMessage(question);
      await answered;
    },
    JSON.stringify({ i: '1', p: { u: '/callers/create', b: { json: details, meta: [] } } }),
  );
  await openCaller(app.desk, 'wolkema', name);
  await expect(app.desk.getByText(name).first()).toBeVisible();
  await expect(app.desk.locator('img[src="x"], main b, script:not([src])')).toHaveCount(0);
  await expect(app.desk).not.toHaveTitle(/^1$|it ran/);
});
