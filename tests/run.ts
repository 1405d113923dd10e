import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { electronFolder, getElectron } from '../src/tools/electron.ts';
import { shippedPackages } from '../src/tools/packaging/shippedPackages.ts';
import { isThere } from '../src/tools/run.ts';
import { askRegistry, seriousFindings } from './support/audit.ts';
import { chromiumExecutable, displayCommand } from './support/runtimes.ts';

/**
 * The test command: everything a clean clone must pass, in the order in which a failure is found soonest.
 * Ends with one line: `N passed, N failed, N skipped`.
 */
const root = path.join(import.meta.dirname, '..');
const artifacts = path.join(root, 'artifacts');
const total = { passed: 0, failed: 0, skipped: 0 };
/** What failed, and why something was skipped, told once more at the end, where it is not lost in what was printed. */
const toTell: string[] = [];

/** Where the specs start the program: the specs of the installer build it anew meanwhile. */
const underTest = path.join(artifacts, 'underTest');

/** What is started many times reads its source once: the thread beside a core and the preview come from a build. */
Object.assign(process.env, {
  NODE_COMPILE_CACHE: path.join(artifacts, 'compiled'),
  RUGDEKKING_TEST_WORKER: path.join(root, 'out/main/worker.js'),
  RUGDEKKING_TEST_APP: underTest,
  RUGDEKKING_TEST_PREVIEW: path.join(underTest, 'src/preview/index.js'),
});

function run(program: string, args: string[], env: NodeJS.ProcessEnv = process.env): boolean {
  const { status } = spawnSync(program, args, {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** A step that passes or fails as a whole; what it says is printed when it has ended, because others go on beside it. */
async function check(name: string, args: string[]): Promise<boolean> {
  const child = spawn('npx', args, { cwd: root, shell: process.platform === 'win32' });
  const [said, errors, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  console.log(`\n— ${name}\n${said}${errors}`.trimEnd());
  total[status === 0 ? 'passed' : 'failed'] += 1;
  if (status !== 0) toTell.push(`failed: ${name}`);
  return status === 0;
}

/** The program, and the preview for the specs. */
async function build(): Promise<boolean> {
  const built = await Promise.all([
    check('build', ['electron-vite', 'build', '--logLevel', 'warn']),
    check('build of the preview', ['vite', 'build', '--config', 'tests/support/preview.vite.config.ts']),
  ]);
  return built.every(Boolean);
}

function copyProgram(): void {
  for (const part of ['package.json', 'out', 'resources']) {
    cpSync(path.join(root, part), path.join(underTest, part), { recursive: true });
  }
}

function readReport(file: string) {
  return JSON.parse(readFileSync(path.join(artifacts, file), 'utf8'));
}

/** Adds up what a runner counted; a runner that failed without a failed test counts as one failure. */
function add(counts: { passed: number; failed: number; skipped: number }, succeeded: boolean): void {
  total.passed += counts.passed;
  total.failed += !succeeded && counts.failed === 0 ? 1 : counts.failed;
  total.skipped += counts.skipped;
}

interface TestFile {
  name: string;
  status: string;
  message: string;
  assertionResults: { fullName: string; status: string }[];
}

function failedTests({ name, status, message, assertionResults }: TestFile): string[] {
  const file = path.relative(root, name);
  const failed = assertionResults.filter((test) => test.status === 'failed').map((test) => `${file}: ${test.fullName}`);
  return status === 'failed' && failed.length === 0 ? [`${file}: ${message}`] : failed;
}

async function unitAndIntegration(): Promise<void> {
  console.log('\n— unit and integration tests');
  const report = path.join(artifacts, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const command = ['vitest', 'run', '--config', 'tests/vitest.config.ts', ...reporters];
  const child = spawn('npx', command, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  const [status] = await once(child, 'exit');
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = readReport('vitest.json');
  toTell.push(...testResults.flatMap(failedTests).map((test: string) => `failed: ${test}`));
  add({ passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests }, status === 0);
}

interface Suite {
  specs: { title: string; file: string; tests: { projectName: string; status: string }[] }[];
  suites?: Suite[];
}

/** The specs that failed, or passed only when they were tried again. */
function notAtOnce({ specs, suites = [] }: Suite): string[] {
  const words: Record<string, string> = { unexpected: 'failed', flaky: 'passed only when tried again' };
  const own = specs.flatMap(({ title, file, tests }) =>
    tests.flatMap(({ projectName, status }) =>
      words[status] ? [`${words[status]}: ${projectName}: ${file}: ${title}`] : [],
    ),
  );
  return [...own, ...suites.flatMap(notAtOnce)];
}

const inLanguages = process.env.CI
  ? 'in Electron in Dutch, in the preview in English; what knows only Dutch in both'
  : 'everything in Dutch and in English';

/** The pages are the same in both hosts: under CI axe looks through them in one. */
function leaveAxeTo(hosts: string[]): string {
  if (!process.env.CI || hosts.length < 2) return '';
  process.env.RUGDEKKING_TEST_AXE_IN = 'electron';
  return '; axe in Electron';
}

/** Runs Playwright projects together, so that no core waits for the last of one before the next begins. */
function endToEnd(projects: string[], before: string[]): void {
  const report = 'e2e.json';
  const [program = 'npx', ...rest] = [...before, 'npx'];
  const chosen = projects.map((project) => `--project=${project}`);
  const command = ['playwright', 'test', '--config', 'tests/playwright.config.ts', ...chosen];
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: path.join(artifacts, report) };
  const begun = Date.now();
  const succeeded = run(program, [...rest, ...command], env);
  const { suites, stats } = readReport(report);
  const { expected, unexpected, flaky, skipped } = stats;
  toTell.push(...suites.flatMap(notAtOnce));
  console.log(`end-to-end: ${expected + flaky + unexpected} specs in ${Math.round((Date.now() - begun) / 1000)} s`);
  add({ passed: expected + flaky, failed: unexpected, skipped }, succeeded);
}

function skip(what: string, why: string): void {
  console.log(`skipped: ${what}: ${why}`);
  toTell.push(`skipped: ${what}: ${why}`);
  total.skipped += 1;
}

/** A browser that is there, or that can be fetched within two minutes. */
function getChromium(): string | null {
  const fetching = ['playwright', 'install', 'chromium'];
  if (!chromiumExecutable()) spawnSync('npx', fetching, { cwd: root, stdio: 'inherit', timeout: 120_000 });
  return chromiumExecutable();
}

function hasPreview(): boolean {
  if (getChromium()) return true;
  skip('the specs in the preview', 'there is no Chromium or Chrome; install one (Debian: apt-get install chromium)');
  return false;
}

function hasElectron(display: string[] | null): boolean {
  if (!getElectron(() => console.log('fetching Electron')))
    skip('the specs in Electron', 'its program is not here and could not be fetched; run: npx install-electron');
  else if (!display) skip('the specs in Electron', 'there is no display for it (Debian: apt-get install xvfb xauth)');
  else return true;
  return false;
}

/** Whether the installer can be made, installed and used. */
function hasInstaller(display: string[] | null): boolean {
  const why = whyNoInstaller(display);
  if (why) skip('the specs of the installer', why);
  return !why;
}

function whyNoInstaller(display: string[] | null): string | null {
  if (process.platform !== 'linux') return 'they install a Debian package, which takes Linux';
  if (!isThere('dpkg-deb')) return 'dpkg-deb is not here (Debian: it is in the package dpkg)';
  if (!electronFolder()) return 'the program of Electron is not here; run: npx install-electron';
  if (!display) return 'there is no display for it (Debian: apt-get install xvfb xauth)';
  return null;
}

function specs(): void {
  const display = displayCommand();
  const hosts = [...(hasPreview() ? ['preview'] : []), ...(hasElectron(display) ? ['electron'] : [])];
  const installer = hasInstaller(display) ? ['installer'] : [];
  if (hosts.length + installer.length === 0) return;
  const whichRun = `${[...hosts, ...installer].join(' and ')}; ${inLanguages}${leaveAxeTo(hosts)}`;
  console.log(`\n— end-to-end specs: ${whichRun}`);
  endToEnd([...hosts.map((host) => `${host}*`), ...installer], display ?? []);
  console.log(`end-to-end specs ran: ${whichRun}`);
}

/** Everything that may go wrong with a computer, as often as fits; kinds that cannot be tried here are skipped. */
async function faults(): Promise<void> {
  const report = path.join(artifacts, 'faults.json');
  const options = ['--rounds', '1', '--seconds', '40', '--report', report];
  await check('faults, as many as fit in forty seconds', ['node', 'tests/faults/run.ts', ...options]);
  const { tried, kinds, skipped } = readReport('faults.json');
  console.log(`faults: ${tried} of ${kinds} kinds tried`);
  for (const why of new Set<string>(skipped)) skip('kinds of fault', why);
}

/** Whether the registry knows of anything high or critical in what ships; only it can tell. */
function audit(): void {
  console.log('\n— known holes in what ships');
  const { report, why } = askRegistry(root);
  if (report) {
    const shipped = shippedPackages().map(({ name }) => name);
    const findings = seriousFindings(report, [...shipped, 'electron', 'better-sqlite3']);
    console.log(findings.length > 0 ? findings.join('\n') : 'none that is high or critical');
    total[findings.length > 0 ? 'failed' : 'passed'] += 1;
  } else skip('the look for known holes', `the registry of npm did not answer: ${why}`);
}

rmSync(artifacts, { recursive: true, force: true });
mkdirSync(artifacts, { recursive: true });
const [built] = await Promise.all([build(), check('lint', ['biome', 'check']), check('types', ['tsc', '--noEmit'])]);
if (built) copyProgram();
await Promise.all([unitAndIntegration(), faults()]);
if (built) {
  audit();
  specs();
}
console.log(`\n${toTell.join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
