import { randomInt } from 'node:crypto';
import type { Page } from '@playwright/test';
import { type BrowserContext, type BrowserContextOptions, test as base } from '@playwright/test';
import { createTranslator } from 'next-intl';
import { lock } from 'proper-lockfile';
import en from '@/messages/en.json' with { type: 'json' };
import es from '@/messages/es.json' with { type: 'json' };
import { patient } from './patient';
import { signIn } from './sign-in';

export { expect } from '@playwright/test';
export { signIn };

/** Collects what a browser complains of, in every context that it watches. */
export class Guard {
  private readonly complaints: string[] = [];
  private readonly allowed: RegExp[] = [];

  watch(context: BrowserContext): void {
    context.on('console', (message) => {
      // Chromium reports violations of the Content-Security-Policy as errors too.
      if (message.type() !== 'error') return;
      this.complaints.push(`${message.text()} ${message.location().url}`);
    });
    context.on('weberror', (error) => this.complaints.push(error.error().message));
  }

  /** Says that answers with these statuses are what the test wants; the console mentions them. */
  allowStatus(...statuses: number[]): void {
    this.allowed.push(new RegExp(`^Failed to load resource.*status of (${statuses.join('|')})`));
  }

  allow(pattern: RegExp): void {
    this.allowed.push(pattern);
  }

  get unexpected(): string[] {
    return this.complaints.filter((text) => !this.allowed.some((pattern) => pattern.test(text)));
  }
}

/** `waits: false` is for a page that React never takes over: visits end when it is loaded. */
type Options = BrowserContextOptions & { waits?: boolean };

type Fixtures = {
  /** fails the test when a page logs an error, throws, or breaks its Content-Security-Policy */
  guard: Guard;
  /** a page in a browser of its own, signed in as someone or (null) as nobody */
  as: (email: string | null, options?: Options) => Promise<Page>;
  /** keeps other tests from changing the keys of a demo workspace until this one ends */
  hold: (workspace: string) => Promise<void>;
};

export const test = base.extend<Fixtures>({
  guard: [
    async ({ context, javaScriptEnabled }, use) => {
      const guard = new Guard();
      guard.watch(context);
      if (javaScriptEnabled) context.on('page', patient);
      await use(guard);
      base.expect(guard.unexpected, 'complaints of the browser').toEqual([]);
    },
    { auto: true },
  ],

  as: async ({ browser, contextOptions, baseURL, guard }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (email, { waits, ...options } = {}) => {
      const context = await browser.newContext({ ...contextOptions, baseURL, ...options });
      contexts.push(context);
      guard.watch(context);
      if (waits ?? options.javaScriptEnabled ?? true) context.on('page', patient);
      const page = await context.newPage();
      if (email) await signIn(page, email);
      return page;
    });
    for (const context of contexts) await context.close();
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures here
  hold: async ({}, use) => {
    const releases: (() => Promise<void>)[] = [];
    await use(async (workspace) => {
      const file = `${process.env.E2E_DATA_DIR}/${workspace}`;
      const retries = { forever: true, minTimeout: 100, maxTimeout: 500 };
      releases.push(await lock(file, { realpath: false, retries }));
    });
    for (const release of releases) await release();
  },
});

/** The sentences of the UI in one language, as its messages file has them. */
// A Spanish sentence that is missing is told by tests/unit/messages.test.ts, by name.
export const words = {
  en: createTranslator({ locale: 'en', messages: en }),
  es: createTranslator({ locale: 'es', messages: es as typeof en }),
};

/** Chooses language and theme as the switches do, by their cookies. */
export async function prefer(page: Page, locale: 'en' | 'es', theme = 'system'): Promise<void> {
  const url = String(test.info().project.use.baseURL);
  await page.context().addCookies([
    { name: 'zendrhax.locale', value: locale, url },
    { name: 'zendrhax.theme', value: theme, url },
  ]);
}

/** For a file whose tests send many mails: each network address may cause so many in an hour. */
export const elsewhere = () => ({
  extraHTTPHeaders: { 'X-Forwarded-For': `10.${[0, 0, 0].map(() => randomInt(256)).join('.')}` },
});

/** What the last action said that it did. */
export const said = (page: Page) =>
  page
    .getByRole('status')
    .filter({ has: page.getByRole('button') })
    .getByRole('paragraph');
