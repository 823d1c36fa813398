import { type Browser, chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { launchOptions } from '@/e2e/browser';
import { signIn } from '@/e2e/sign-in';
import { freePort } from './port';

export type Category = 'accessibility' | 'best-practices' | 'seo' | 'performance';

/** How much JavaScript /api-keys may load, to what an empty page of the framework loads. */
export const PROMISED_RATIO = 1.3;

export type Audited = {
  /** 0 to 100 */
  scores: Partial<Record<Category, number>>;
  /** titles of the audits that cost points */
  failed: string[];
};

/** The browser of the tests, for Lighthouse as a phone: its mobile preset is the default. */
export async function openLighthouse() {
  const port = await freePort();
  const args = [...(launchOptions.args ?? []), `--remote-debugging-port=${port}`];
  const browser = await chromium.launch({ ...launchOptions, args });
  return {
    browser,
    audit: async (url: string, categories: Category[]): Promise<Audited> => {
      const options = { port, onlyCategories: categories, logLevel: 'silent' as const };
      const result = await lighthouse(url, options);
      if (!result || result.lhr.runtimeError) {
        throw new Error(`${url} could not be audited: ${result?.lhr.runtimeError?.message}`);
      }
      const { categories: judged, audits } = result.lhr;
      const score = (category: Category) => Math.round(100 * Number(judged[category]?.score));
      const counted = Object.values(judged).flatMap(({ auditRefs }) =>
        auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id),
      );
      return {
        scores: Object.fromEntries(categories.map((category) => [category, score(category)])),
        failed: counted.flatMap((id) => {
          const { score: points = 1, title = id } = audits[id] ?? {};
          return points !== null && points < 0.9 ? [title] : [];
        }),
      };
    },
    close: () => browser.close(),
  };
}

/**
 * The transferred size of a page's scripts, for the Owner of Acme.
 * @param url of any server; a path is one of the product's
 */
export async function scriptBytes(browser: Browser, origin: string, url: string): Promise<number> {
  const page = await browser.newPage({ baseURL: origin });
  await signIn(page, 'owner@acme.test');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const scripts = new Set<string>();
  let bytes = 0;
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.close();
  return bytes;
}
