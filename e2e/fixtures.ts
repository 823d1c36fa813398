import { randomInt } from 'node:crypto';
import type { Page } from '@playwright/test';
import { type BrowserContext, type BrowserContextOptions, test as base } from '@playwright/test';
import { Contexts } from './contexts';
import { Guard } from './guard';
import { speak } from './language';
import { patient } from './patient';
import { forget, signInByRow } from './people';
import { signIn } from './sign-in';

export { expect } from '@playwright/test';
export { t, words } from './language';
export { prefer } from './preferences';

/** `waits: false` is for a page that React never takes over: visits end when it is loaded. */
type Options = BrowserContextOptions & { waits?: boolean };

type Fixtures = {
  contextDefaults: BrowserContextOptions;
  /** fails the test when a page logs an error, throws, or breaks its Content-Security-Policy */
  guard: Guard;
  /** a page in a browser of its own, signed in as someone of the demo or (null) as nobody */
  as: (email: string | null, options?: Options) => Promise<Page>;
};

type WorkerFixtures = {
  contexts: Contexts;
  /** whether the server is the one with the embedded database, which tests cannot write into */
  isEmbedded: boolean;
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  isEmbedded: [false, { option: true, scope: 'worker' }],

  contexts: [
    async ({ browser, isEmbedded }, use) => {
      // What comes over the wire is looked at where all is as it comes.
      const contexts = new Contexts(browser, isEmbedded);
      await use(contexts);
      await contexts.close();
    },
    { scope: 'worker' },
  ],

  // What specs set with test.use.
  contextDefaults: async (
    {
      baseURL,
      colorScheme,
      contextOptions,
      extraHTTPHeaders,
      javaScriptEnabled,
      locale,
      timezoneId,
      viewport,
    },
    use,
  ) => {
    speak(locale);
    await use({
      ...contextOptions,
      baseURL,
      colorScheme,
      extraHTTPHeaders,
      javaScriptEnabled,
      locale,
      timezoneId,
      viewport,
    });
  },

  context: async ({ contexts, contextDefaults }, use) => {
    const context = await contexts.take(contextDefaults);
    await use(context);
    await contexts.giveBack(context);
    await forget(context);
  },

  guard: [
    async ({ context, javaScriptEnabled }, use) => {
      const guard = new Guard();
      guard.watch(context);
      if (javaScriptEnabled) context.on('page', patient);
      await use(guard);
      guard.leave(context);
      base.expect(guard.unexpected, 'complaints of the browser').toEqual([]);
    },
    { auto: true },
  ],

  as: async ({ contexts, contextDefaults, guard, isEmbedded }, use) => {
    const taken: BrowserContext[] = [];
    await use(async (email, { waits, ...given } = {}) => {
      const options = { ...contextDefaults, ...given };
      const context = await contexts.take(options);
      taken.push(context);
      guard.watch(context);
      if (waits ?? options.javaScriptEnabled) context.on('page', patient);
      const page = await context.newPage();
      if (email) await (isEmbedded ? signIn(page, email) : signInByRow(page, email));
      return page;
    });
    for (const context of taken) {
      guard.leave(context);
      await contexts.giveBack(context);
      await forget(context);
    }
  },
});

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
