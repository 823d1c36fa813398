import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { launchOptions } from '@/e2e/browser';
import { freePort } from './port';

export type Category = 'accessibility' | 'best-practices' | 'seo' | 'performance';

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
