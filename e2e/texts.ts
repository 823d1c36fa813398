import type { Page } from '@playwright/test';
import { expect } from './fixtures';

/** Names, and words that are the same in both languages. */
const SAME = [
  /^(Zendrhax|GitHub|Google|curl|JavaScript|Python|OpenAPI|PostgreSQL|TypeScript)$/,
  /^(Acme|Globex|Olivia Marsh|Adrian Cole|Uma Patel|OM|UP)\b/,
  /^(Free|Starter|Pro|Enterprise)$/,
  /^(en|es|English|Español|ES|EN)$/,
  /^(Plan|Total|Error|No)$/,
  /^Chrome, /,
  /^(GET|POST|PATCH|DELETE)\b/,
  /^\d{3} /,
  // Customers of the demo.
  /^(Northwind Traders|Contoso Outdoor|Fabrikam Labs|Café Martínez|Tailspin Toys|Blue Yonder Air)$/,
  /^(Kyoto Paper 株式会社|Al Noor Trading)$/,
  // What stands on GitHub's own buttons, which are in English.
  /^(Advanced Security|Global settings|Custom patterns|New pattern|Secret format|More options)$/,
  /^(Before secret|After secret|Save and dry run|Publish pattern|Push protection)$/,
];

/** The texts of a page that people see or hear, without code. */
export async function textsOf(page: Page): Promise<Set<string>> {
  await expect(page.locator('.animate-pulse')).toHaveCount(0);
  const texts = await page.evaluate(() => {
    const found: string[] = [document.title];
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ALL);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      // Texts of the API are in English in both, and say so; names that people gave are nobody's.
      const foreign = 'script, style, code, pre, template, body [lang=en], [translate=no]';
      if (element?.closest(foreign)) continue;
      if (node.nodeType === Node.TEXT_NODE) found.push(node.textContent ?? '');
      if (!(node instanceof Element)) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        found.push(node.getAttribute(name) ?? '');
      }
      if (node.matches('meta[name=description]')) found.push(node.getAttribute('content') ?? '');
    }
    return found;
  });
  // An address, an amount or a date has no word of four letters.
  const words = texts.map((text) => text.trim()).filter((text) => /\p{L}{4}/u.test(text));
  return new Set(words.filter((text) => !/[@/]|^[a-z_]+$|^[\w.-]+$/.test(text)));
}

/** What of a page in Spanish is the same as in English, and is no name. */
export const leftInEnglish = (english: Set<string>, spanish: Set<string>) =>
  [...spanish].filter((text) => english.has(text) && !SAME.some((same) => same.test(text)));
