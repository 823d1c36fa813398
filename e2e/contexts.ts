import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';

/**
 * The browser contexts of one worker. A test takes one that an earlier test gave back, without its
 * cookies, permissions and pages: what is left are scripts that need not be loaded and compiled anew,
 * and the process that has compiled them. It would end with the last page, so each context keeps one.
 */
export class Contexts {
  private readonly idle = new Map<string, BrowserContext[]>();
  private readonly kept = new WeakSet<Page>();
  private readonly keys = new WeakMap<BrowserContext, string>();

  /** @param prefetches whether pages load what their links lead to, before anybody follows them */
  constructor(
    private readonly browser: Browser,
    private readonly prefetches: boolean,
  ) {}

  /** @param options of which two contexts with the same JSON are the same */
  async take(options: BrowserContextOptions): Promise<BrowserContext> {
    const { storageState, permissions, ...lasting } = options;
    const key = JSON.stringify(lasting);
    const context = this.idle.get(key)?.pop() ?? (await this.open(lasting));
    this.keys.set(context, key);
    if (permissions) await context.grantPermissions(permissions);
    if (typeof storageState === 'object') await context.addCookies(storageState.cookies);
    return context;
  }

  private async open(options: BrowserContextOptions): Promise<BrowserContext> {
    const context = await this.browser.newContext(options);
    if (!this.prefetches) await context.addInitScript(withoutPrefetches);
    const kept = await context.newPage();
    this.kept.add(kept);
    // Of the same origin as the pages to come, without which they would be another process's.
    await kept.goto('/icon.svg');
    return context;
  }

  async giveBack(context: BrowserContext): Promise<void> {
    for (const page of context.pages()) {
      if (this.kept.has(page)) continue;
      // A request that is held or answered by the test may have been left behind.
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await page.close();
    }
    context.removeAllListeners('page');
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    await context.setOffline(false);
    await context.clearPermissions();
    await context.clearCookies();
    const key = String(this.keys.get(context));
    this.idle.set(key, [...(this.idle.get(key) ?? []), context]);
  }

  async close(): Promise<void> {
    const all = [...this.idle.values()].flat();
    await Promise.all(all.map((context) => context.close()));
  }
}

/** A page prefetches a dozen others, half of what a server is asked, and no test follows them all. */
function withoutPrefetches(): void {
  const { fetch } = window;
  window.fetch = (input, init) => {
    const isPrefetch = new Headers(init?.headers).has('next-router-prefetch');
    return isPrefetch ? Promise.reject(new TypeError('not in this test')) : fetch(input, init);
  };
}
