import path from 'node:path';
import { defineConfig } from '@playwright/test';

const artifacts = path.join(import.meta.dirname, '../artifacts');

/** The same specs in both hosts, as two projects; the test command leaves out one whose program is not there. */
export default defineConfig({
  testDir: path.join(import.meta.dirname, 'e2e'),
  outputDir: path.join(artifacts, 'traces'),
  fullyParallel: true,
  // One core stays for the program and the browser of each.
  workers: '75%',
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  // A loaded machine gets a second try; the report still names what needed it.
  retries: process.env.CI ? 2 : 0,
  reporter: [['list'], ['json', { outputFile: path.join(artifacts, 'e2e.json') }]],
  use: { trace: 'retain-on-failure', actionTimeout: 10_000 },
  projects: [
    { name: 'preview', testIgnore: ['electron/**', 'installer/**'] },
    // How every screen looks in English is seen in the preview; under CI once is enough, every flow runs in both.
    {
      name: 'electron',
      testIgnore: ['preview/**', 'installer/**'],
      grepInvert: process.env.CI ? /, in en$/ : undefined,
    },
    // The installer, made and installed; one after the other, because each builds the program. A program that ends by
    // itself takes along what a trace would be asked of.
    { name: 'installer', testMatch: ['installer/*.spec.ts'], workers: 1, use: { trace: 'off' } },
  ],
});
