import type { Page } from '@playwright/test';
import { expect, prefer, test } from './fixtures';
import { inspect, STILL } from './inspect';
import { tooSmall } from './targets';
import { leftInEnglish, textsOf } from './texts';

test.use(STILL);

/** Public pages, and whether axe reads them here; the others it reads where more is open on them. */
const PUBLIC = {
  '/': true,
  '/plans': true,
  '/contact': true,
  '/contact?sent': true,
  '/sign-in': true,
  '/register': true,
  '/register/confirm': true,
  '/forgot-password': true,
  '/reset-password': true,
  '/invitation': true,
  '/team-address': true,
  '/docs': false,
  '/help': true,
  '/help?q=nothing-has-this': true,
  '/help/errors': true,
  '/help/api-keys': true,
  '/help/using-the-api': false,
  '/help/rate-limits': true,
  '/help/workspaces-and-roles': false,
  '/help/invite-members': false,
  '/help/plans': false,
  '/help/keeping-keys-safe': true,
  '/legal': true,
  '/legal/privacy': true,
  '/legal/terms': false,
  '/nowhere': true,
};

const OWNER = {
  '/api-keys': false,
  '/invoices': true,
  '/invoices?status=paid&issued_to=yesterday': true,
  '/invoices?customer=nobody': true,
  '/members': true,
  '/plans': false,
  '/settings': true,
  '/settings/workspace': true,
  '/workspace/select': true,
  '/workspace/new': true,
};

const MEMBER = {
  '/api-keys': true,
  '/members': false,
  '/plans': true,
  '/settings/workspace': false,
};

for (const [email, pages] of [
  [null, PUBLIC],
  ['owner@acme.test', OWNER],
  ['user@acme.test', MEMBER],
] as const) {
  for (const [path, isReadByAxe] of Object.entries(pages)) {
    test(`${path} for ${email ?? 'a visitor'}: accessible, narrow, with room for a thumb, and all of it in Spanish`, async ({
      as,
      guard,
    }) => {
      guard.allowStatus(403, 404);
      const page = await as(email, { colorScheme: 'light' });
      const english = await read(page, path, 'en', isReadByAxe);
      const spanish = await read(page, path, 'es', isReadByAxe);
      expect(leftInEnglish(english, spanish), 'the same in English and Spanish').toEqual([]);
    });
  }
}

/** Visits a page once, for all that is asked of every page. */
async function read(page: Page, path: string, locale: 'en' | 'es', isReadByAxe: boolean) {
  await prefer(page, locale);
  await page.goto(path);
  await expect(page.locator('html')).toHaveAttribute('lang', locale);
  if (isReadByAxe) await inspect(page, `${path}, ${locale}`);
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await tooSmall(page), `${locale}: too small at ${width} px`).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 720 });
  return textsOf(page);
}
