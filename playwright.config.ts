import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { launchOptions } from './e2e/browser';
import { freePort } from './tests/support/port';

// Chosen once, in the first process to read this file; the workers inherit the choice.
process.env.E2E_PORT ??= String(await freePort());
process.env.E2E_DATA_DIR ??= join(tmpdir(), `zendrhax-e2e-${randomUUID()}`);

const baseURL = `http://localhost:${process.env.E2E_PORT}`;

/** The production build, with a new embedded database for each run. */
export default defineConfig({
  testDir: 'e2e',
  workers: 3,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // Includes waiting for another test that holds the same workspace.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: { baseURL, locale: 'en-US', screenshot: 'only-on-failure' },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'], launchOptions } }],
  webServer: {
    command: 'node e2e/server.mjs',
    url: `${baseURL}/api/health`,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: {
      PORT: process.env.E2E_PORT,
      DATA_DIR: process.env.E2E_DATA_DIR,
      LOG_LEVEL: 'debug',
      TRUSTED_PROXIES: 'loopback',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  },
});
