import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLighthouse } from '../support/lighthouse';
import { copyPreparedFolder } from '../support/prepared';
import { type RunningServer, startServer } from '../support/server';

let dataDir: string;
let server: RunningServer;
let lighthouse: Awaited<ReturnType<typeof openLighthouse>>;

beforeAll(async () => {
  dataDir = copyPreparedFolder();
  server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  lighthouse = await openLighthouse();
});

afterAll(async () => {
  await lighthouse?.close();
  await server?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

// Speed is not among them: it depends on the machine. See scripts/lighthouse.ts.
test.each(['/', '/plans', '/sign-in', '/help/api-keys?lang=es'])(
  'Lighthouse finds nothing to mend on %s',
  async (path) => {
    const audited = await lighthouse.audit(`${server.origin}${path}`, [
      'accessibility',
      'best-practices',
      'seo',
    ]);
    expect(audited).toEqual({
      scores: { accessibility: 100, 'best-practices': 100, seo: 100 },
      failed: [],
    });
  },
);
