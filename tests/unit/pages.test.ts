import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noncePlaceholder, pageFile, readPage } from '../../src/main/core/pages.ts';

describe('pageFile', () => {
  const folder = join(sep, 'built', 'renderer');
  const pieces = fc.constantFrom('..', '.', '/', '\\', '%2e', '%2f', '%5c', '\0', 'desk', '.html', '.js', 'C:', '//');
  const path = fc.oneof(
    fc.string(),
    fc.webPath(),
    fc.array(pieces).map((parts) => `/${parts.join('')}`),
  );

  it('never leads out of the folder', () => {
    fc.assert(
      fc.property(path, (asked) => {
        const file = pageFile(folder, asked);
        if (file === null) return;
        expect(file.startsWith(folder + sep)).toBe(true);
        expect(file.split(sep)).not.toContain('..');
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    '/../package.json',
    '/assets/../../package.json',
    '/%2e%2e/package.json',
    '/..\\package.json',
    '/.hidden.html',
    '/desk.html\0.js',
    '//etc/passwd.html',
    'desk.html',
    '/',
    '/assets/',
    '/noExtension',
  ])('refuses %j', (asked) => {
    expect(pageFile(folder, asked)).toBeNull();
  });

  it('finds the files of a build', () => {
    expect(pageFile(folder, '/desk.html')).toBe(join(folder, 'desk.html'));
    expect(pageFile(folder, '/assets/desk-B_x-9.js')).toBe(join(folder, 'assets', 'desk-B_x-9.js'));
  });
});

describe('readPage', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pages-'));
    await writeFile(join(folder, 'desk.html'), `<meta nonce="${noncePlaceholder}"><style nonce="${noncePlaceholder}">`);
    await writeFile(join(folder, 'desk.js'), `'${noncePlaceholder}'`);
  });
  afterAll(() => rm(folder, { recursive: true }));
  const text = (body: Uint8Array) => new TextDecoder().decode(body);

  it('gives each load its own nonce, in the header and in the page', async () => {
    const [first, second] = [await readPage(folder, '/desk.html'), await readPage(folder, '/desk.html')];
    const nonce = /'nonce-([^']+)'/.exec(first.headers['Content-Security-Policy'] ?? '')?.[1];
    expect(text(first.body)).toBe(`<meta nonce="${nonce}"><style nonce="${nonce}">`);
    expect(text(second.body)).not.toBe(text(first.body));
  });

  it('allows no script but its own files', async () => {
    const { headers } = await readPage(folder, '/desk.html');
    expect(headers['Content-Security-Policy']).toContain("script-src 'self';");
    expect(headers['Content-Security-Policy']).not.toMatch(/unsafe/);
  });

  it('serves other files as they are', async () => {
    const { status, headers, body } = await readPage(folder, '/desk.js');
    expect([status, headers['Content-Type'], text(body)]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      `'${noncePlaceholder}'`,
    ]);
  });

  it('says that a file is not there, and no more', async () => {
    const { status, body } = await readPage(folder, '/missing.html');
    expect([status, text(body)]).toEqual([404, 'Not found\n']);
  });
});
