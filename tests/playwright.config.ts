import path from 'node:path';
import { defineConfig, type Project } from '@playwright/test';

const artifacts = path.join(import.meta.dirname, '../artifacts');
const isCi = Boolean(process.env.CI);

// The walk through all screens has a name that comes first: it takes longest, and would be waited for at the end.
/** Written in Dutch only, or in both languages by themselves. Every other spec runs in both (`support/words.ts`). */
const inDutchOnly = ['electron/**', 'preview/**', 'allScreens.spec.ts'];

/** What names the other host in its folder. */
const otherHost = { preview: 'electron/**', electron: 'preview/**' } as const;

interface Run {
  host: 'preview' | 'electron';
  language: 'nl' | 'en';
}

/** The specs of one host and language; `metadata` tells a spec which. */
const run = (name: string, metadata: Run, rest: Partial<Project> = {}): Project => ({
  name,
  metadata,
  testIgnore: [otherHost[metadata.host], 'installer/**', ...(metadata.language === 'en' ? inDutchOnly : [])],
  ...rest,
});

/**
 * The same specs in both hosts and both languages; the test command leaves out a host whose program is not there.
 * Under CI each flow is seen once in each host and once in each language: in Dutch in Electron, in English in the preview.
 */
export default defineConfig({
  testDir: path.join(import.meta.dirname, 'e2e'),
  outputDir: path.join(artifacts, 'traces'),
  fullyParallel: true,
  // With more workers than cores they only wait for each other.
  workers: '100%',
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: isCi,
  // A loaded machine gets a second try; the report still names what needed it.
  retries: isCi ? 2 : 0,
  reporter: [['list'], ['json', { outputFile: path.join(artifacts, 'e2e.json') }]],
  // Under CI a failure is traced when it is tried again: a trace costs a tenth of the time.
  use: { trace: isCi ? 'on-first-retry' : 'retain-on-failure', actionTimeout: 10_000 },
  projects: [
    // The installer, made and installed: begun first because it takes longest, and one after the other because each
    // builds the program. A program that ends by itself takes along what a trace would be asked of.
    run(
      'installer',
      { host: 'electron', language: 'nl' },
      { testIgnore: [], testMatch: ['installer/*.spec.ts'], workers: 1, use: { trace: 'off' } },
    ),
    run(
      'preview',
      { host: 'preview', language: 'nl' },
      isCi ? { testMatch: inDutchOnly, grepInvert: /, in (nl|en)$/ } : {},
    ),
    run('preview in English', { host: 'preview', language: 'en' }),
    // Under CI the walk through every screen is made of the review window only; flows look at the desk's sheets.
    run(
      'electron',
      { host: 'electron', language: 'nl' },
      isCi ? { grepInvert: /the desk window, .*, in nl$|, in en$/ } : {},
    ),
    ...(isCi ? [] : [run('electron in English', { host: 'electron', language: 'en' })]),
  ],
});
