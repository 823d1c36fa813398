import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { NextIntlClientProvider } from 'next-intl';
import type { Browser, Page } from 'playwright';
import { renderToStaticMarkup } from 'react-dom/server';
import en from '@/messages/en.json' with { type: 'json' };
import { SPECIMENS } from './specimens';

const ORIGIN = 'http://components.test';

/**
 * Opens a page with every component, and the style sheets and fonts of the build in `.next`. No server
 * has it: nothing that only shows components is shipped.
 */
export async function openSpecimens(browser: Browser): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
  });
  const html = await specimensAsHtml();
  await page.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
    return route.fulfill({ path: pathname.replace('/_next', '.next') });
  });
  await page.goto(ORIGIN);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

async function specimensAsHtml(): Promise<string> {
  const sheets = readdirSync('.next/static', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.css'))
    .map((path) => `.next/static/${path}`)
    .toSorted();
  if (sheets.length === 0) throw new Error('There is no build: `npm run build` makes one');
  const css = (await Promise.all(sheets.map((path) => readFile(path, 'utf8')))).join('');
  // The classes that name the fonts, as the root layout has them.
  const fonts = [...css.matchAll(/\.([\w-]+)\{--font-latin-/g)].map(([, name]) => name);
  const links = sheets.map(
    (path) => `<link rel="stylesheet" href="${path.replace('.next', '/_next')}">`,
  );
  const specimens = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      {Object.entries(SPECIMENS).map(([name, specimen]) => (
        <section key={name}>
          <p className="text-xs text-muted">{name}</p>
          <div data-specimen={name}>{specimen}</div>
        </section>
      ))}
    </NextIntlClientProvider>,
  );
  return `<!doctype html><html lang="en" class="${fonts.join(' ')}">
    <head><meta charset="utf-8">${links.join('')}<style>${LAYOUT}</style></head>
    <body>${specimens}</body></html>`;
}

/** Of this page: what is no button or badge has a line of its own, and a colour is there at once. */
const LAYOUT = `
  * { transition: none !important }
  body { columns: 3; column-gap: 3rem; padding: 2rem }
  section { break-inside: avoid; padding-bottom: 1.5rem }
  [data-specimen] { display: flex; flex-wrap: wrap; gap: 0.5rem; padding-top: 0.25rem }
  [data-specimen] > :not(button, a, span) { flex: 1 0 100%; min-width: 0 }
`;
