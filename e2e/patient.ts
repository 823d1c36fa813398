import type { Page } from '@playwright/test';

/**
 * Makes a page come back from a visit only once React has taken over what can be used on it. A person
 * is slower than that; a test on a busy machine is not, and what it does before waits or is lost.
 */
export function patient(page: Page): Page {
  const { goto, reload } = page;
  page.goto = async (...visit) => {
    const answer = await goto.apply(page, visit);
    await ready(page);
    return answer;
  };
  page.reload = async (...visit) => {
    const answer = await reload.apply(page, visit);
    await ready(page);
    return answer;
  };
  return page;
}

/** React notes on each element what it made of it. */
async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const used = [
      ...document.querySelectorAll(
        'body :is(a, button, input:not([type=hidden]), select, textarea)',
      ),
    ];
    return used.every((element) => Object.keys(element).some((key) => key.startsWith('__react')));
  });
}

/** Lets a frame pass, as anyone does who acts on what they have just seen. */
export async function aMoment(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}
