import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first';
import { HOST_TIME_ZONE } from './tests/support/odd-world';

process.env.TZ = HOST_TIME_ZONE;

/** What comes before any test: those of one project alone can be run as well as all. */
const ALL_ONCE = 'tests/support/all-once.ts';
const SETTINGS = { DATABASE_URL: '', LOG_LEVEL: 'silent' };

/** Two threads run all files, one after another: see tests/support/fresh-per-file.ts. */
const SHARED_THREADS = {
  isolate: false,
  sequence: { setupFiles: 'list' as const },
  setupFiles: ['tests/support/fresh-per-file.ts'],
};

/** Integration tests say what any database must do, and so run on both. */
function integration(database: 'pglite' | 'postgres', other: 'pglite' | 'postgres') {
  return {
    extends: true as const,
    test: {
      name: database,
      include: ['tests/integration/**/*.test.ts'],
      exclude: [`tests/integration/only-${other}/**`],
      globalSetup: [ALL_ONCE, `tests/support/${database}-once.ts`],
      ...SHARED_THREADS,
      setupFiles: [
        ...SHARED_THREADS.setupFiles,
        `tests/support/${database}-per-file.ts`,
        'tests/support/mailbox-per-file.ts',
      ],
      env: SETTINGS,
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  };
}

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    pool: 'threads',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          globalSetup: ALL_ONCE,
          ...SHARED_THREADS,
          env: SETTINGS,
          testTimeout: 30_000,
        },
      },
      integration('pglite', 'postgres'),
      integration('postgres', 'pglite'),
      {
        extends: true,
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          globalSetup: [ALL_ONCE, 'tests/support/server-once.ts'],
          env: SETTINGS,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
