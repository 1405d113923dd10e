import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    projects: [
      // Rules without a state of their own, so that a core keeps what it loaded for the next file.
      { extends: true, test: { name: 'unit', include: ['unit/**/*.test.ts'], isolate: false } },
      { extends: true, test: { name: 'integration', include: ['integration/**/*.test.ts'] } },
    ],
    globalSetup: ['support/madePractice.ts'],
    // The native SQLite addon does not like to be loaded in several threads of one process.
    pool: 'forks',
    // Much of the time they wait for the disk.
    maxWorkers: '100%',
    retry: process.env.CI ? 1 : 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
