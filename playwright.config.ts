import { randomBytes, randomUUID } from 'node:crypto';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { launchOptions } from './e2e/browser';
import { BROWSER_TIME_ZONE, HOST_TIME_ZONE } from './tests/support/odd-world';
import { freePort } from './tests/support/port';

process.env.TZ = HOST_TIME_ZONE;
// Chosen once, in the first process to read this file; the workers inherit the choice.
process.env.E2E_PORT ??= String(await freePort());
process.env.E2E_DATA_DIR ??= join(tmpdir(), `zendrhax-e2e-${randomUUID()}`);
process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString('base64');
process.env.NEXTAUTH_URL ??= `http://localhost:${process.env.E2E_PORT}`;

const baseURL = process.env.NEXTAUTH_URL;

/** The production build, on a new database for each run. */
export default defineConfig({
  testDir: 'e2e',
  workers: Math.min(3, availableParallelism() + 1),
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    // A page lives for seconds here: to optimize its scripts, or to start a process for each page of
    // a context, takes longer than it saves.
    launchOptions: {
      ...launchOptions,
      args: [...(launchOptions.args ?? []), '--js-flags=--no-opt', '--renderer-process-limit=1'],
    },
    locale: 'en-US',
    timezoneId: BROWSER_TIME_ZONE,
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'chromium', testIgnore: 'embedded/**' },
    // Its tests change the demo workspaces, in turn.
    { name: 'embedded', testMatch: 'embedded/*.spec.ts', workers: 1 },
  ],
  webServer: {
    command: 'node --import tsx e2e/server.ts',
    url: `${baseURL}/api/health`,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: {
      PORT: process.env.E2E_PORT,
      LISTEN_ADDRESS: '127.0.0.1',
      DATA_DIR: process.env.E2E_DATA_DIR,
      LOG_LEVEL: 'debug',
      TRUSTED_PROXIES: 'loopback',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  },
});
