import { readFile } from 'node:fs/promises';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchOptions } from '@/e2e/browser';
import { inWords } from '../components/in-words';
import { openSpecimens } from '../components/open-specimens';

const MEASURED = 'docs/components-measured.md';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch(launchOptions);
  page = await openSpecimens(browser);
});

afterAll(() => browser?.close());

test('every component looks as docs/components-measured.md says, in both themes', async () => {
  const before = await readFile(MEASURED, 'utf8').catch(() => '');
  const measured = await inWords(page);
  await expect(measured).toMatchFileSnapshot(`../../${MEASURED}`);
  // Whoever changes what is measured (`-u`) changes the pictures.
  if (measured !== before) await takePictures();
});

async function takePictures(): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `docs/images/components-${colorScheme}.png`, fullPage: true });
  }
}
