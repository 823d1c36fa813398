import { readFile, rm } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLighthouse, PROMISED_RATIO, scriptBytes } from '../support/lighthouse';
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

/** What every page loads, and an empty one alone: `npm run lighthouse` builds one, and agrees to 1 %. */
async function frameworkBytes(): Promise<number> {
  const { rootMainFiles } = JSON.parse(await readFile('.next/build-manifest.json', 'utf8'));
  const files = (rootMainFiles as string[]).map((file) => readFile(`.next/${file}`));
  return (await Promise.all(files)).reduce((sum, file) => sum + gzipSync(file).length, 0);
}

test('the list of keys loads little more JavaScript than an empty page', async () => {
  const loaded = await scriptBytes(lighthouse.browser, server.origin, '/api-keys');
  expect(loaded).toBeLessThan(PROMISED_RATIO * (await frameworkBytes()));
});
