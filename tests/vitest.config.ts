import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['unit/**/*.test.ts', 'integration/**/*.test.ts'],
    globalSetup: ['support/madePractice.ts'],
    // The native SQLite addon does not like to be loaded in several threads of one process.
    pool: 'forks',
    retry: process.env.CI ? 1 : 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
