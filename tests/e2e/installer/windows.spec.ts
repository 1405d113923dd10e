import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getRawHeader } from '@electron/asar';
import { expect, test } from '@playwright/test';
import { listContents } from '../../../src/tools/packaging/contents.ts';
import { readFuses } from '../../../src/tools/packaging/fuses.ts';
import { makePackage } from './builtPackage.ts';
import { fuses } from './fuses.ts';
import { windowsStandIn } from './standIn.ts';

// Its icon and its name are written by a tool that is fetched.
const asMadeHere = { win: { signAndEditExecutable: false } };

test('a package for Windows that is made here is one for Windows, but for Electron itself', async () => {
  test.setTimeout(120_000);
  const electron = windowsStandIn('45.4.1');
  const made = makePackage(['--win', '--dir'], asMadeHere, { ELECTRON_OVERRIDE_DIST_PATH: electron });
  const unpacked = path.join(made.folder, 'win-unpacked');

  const { archive, native } = listContents(unpacked);
  expect(archive.filter((file) => file.endsWith('.node'))).toEqual([
    'node_modules/better-sqlite3/prebuilds/win32-x64.node',
  ]);
  // Windows programs begin with these letters.
  expect([...native.values()].map((start) => start.subarray(0, 2).toString())).toEqual(['MZ']);
  expect(readdirSync(path.join(unpacked, 'locales')).sort()).toEqual(['en-US.pak', 'nl.pak']);

  const program = path.join(unpacked, 'Rugdekking.exe');
  expect(await readFuses(program)).toMatchObject(fuses);
  // Electron starts only with the archive whose checksum stands in its program.
  const { headerString } = getRawHeader(path.join(unpacked, 'resources/app.asar'));
  const value = createHash('sha256').update(headerString).digest('hex');
  expect(readFileSync(program, 'latin1')).toContain(
    JSON.stringify([{ file: 'resources\\app.asar', alg: 'SHA256', value }]),
  );
  made.remove();
  rmSync(electron, { recursive: true, force: true });
});

test('an installer whose tools cannot be had ends the command with an error that names them', () => {
  test.setTimeout(120_000);
  const electron = windowsStandIn('45.4.1');
  const cache = mkdtempSync(path.join(tmpdir(), 'rugdekking-tools-'));
  // Nothing answers there, and nothing was fetched before.
  const noTools = { ELECTRON_BUILDER_BINARIES_MIRROR: 'http://127.0.0.1:9/', ELECTRON_BUILDER_CACHE: cache };
  const make = () =>
    makePackage(['--win', '--target', 'nsis'], asMadeHere, { ...noTools, ELECTRON_OVERRIDE_DIST_PATH: electron });
  expect(make).toThrow(/ECONNREFUSED.*nsis\. .*NSIS.*github\.com/s);
  for (const folder of [electron, cache]) rmSync(folder, { recursive: true, force: true });
});
