import type { Page } from '@playwright/test';

/** WCAG 2.2 asks for 24 (2.5.8); a thumb asks for more. */
const LEAST = 32;

/** What can be clicked and is too small for it, links within a sentence aside. */
export const tooSmall = (page: Page) =>
  page.evaluate((least) => {
    const isInSentence = (element: Element) => {
      if (getComputedStyle(element).display !== 'inline') return false;
      let block = element.parentElement;
      while (block && getComputedStyle(block).display === 'inline') block = block.parentElement;
      const around = block?.textContent?.trim().length ?? 0;
      return around > (element.textContent?.trim().length ?? 0);
    };
    const shown = [
      ...document.querySelectorAll('a[href], button, summary, input, select, textarea'),
    ]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      // A heading that is linked to is no control: it names the place.
      .filter((element) => !element.closest('[inert], .sr-only, :is(h1, h2, h3) > a[href^="#"]'))
      .filter((element) => !isInSentence(element));
    return shown.flatMap((element) => {
      const spreads = getComputedStyle(element, '::after').position === 'absolute';
      const target = spreads ? (element as HTMLElement).offsetParent : element.closest('label');
      const { width, height } = (target ?? element).getBoundingClientRect();
      if (Math.min(width, height) >= least - 0.5) return [];
      const name = element.getAttribute('aria-label') || element.textContent || element.id;
      return [`${element.localName} “${name.trim()}” ${Math.round(width)} × ${Math.round(height)}`];
    });
  }, LEAST);
