import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDatabase, type RunningServer, startServer } from '@/tests/support/server';
import { test as base } from '../fixtures';

export { expect } from '@playwright/test';

/** The product as it comes: on the embedded database, with the demo, and nothing that is set. */
type Embedded = RunningServer & { dataDir: string };

export const test = base.extend<object, { embedded: Embedded; isEmbedded: boolean }>({
  embedded: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures here
    async ({}, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'zendrhax-e2e-embedded-'));
      const settings = { DATA_DIR: dataDir, LOG_LEVEL: 'debug', NEXTAUTH_URL: '' };
      const { code, output } = await prepareDatabase(settings);
      if (code !== 0) throw new Error(output);
      const server = await startServer(settings);
      await use({ ...server, dataDir });
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  isEmbedded: [true, { scope: 'worker' }],
  baseURL: async ({ embedded }, use) => use(embedded.origin),
});
