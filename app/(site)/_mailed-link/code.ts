import { cookies, headers } from 'next/headers';
import { AppError } from '@/lib/errors';
import { PAGE_ADDRESS } from '@/lib/facts/internal-headers.mjs';
import type { LinkPage } from '@/lib/identity/links/link-pages';
import { hashToken } from '@/lib/identity/links/one-time-token';
import { COOKIE_OPTIONS } from '@/lib/identity/sessions/cookies';
import { pageCookieName } from '@/lib/request/cookie-name';

/** Ends the address of a page whose link was opened without JavaScript. */
export const OPENED = '?opened=1';

const LINK_COOKIE = pageCookieName('link');
const KEPT_SECONDS = 3_600;

/**
 * Keeps the code of a mailed link for the page that it leads to (docs/decisions/028). Scripts cannot
 * read it, and browsers send it to no other page.
 */
export async function keepCode(page: LinkPage, code: string): Promise<void> {
  (await cookies()).set(LINK_COOKIE, code, { ...COOKIE_OPTIONS, path: page, maxAge: KEPT_SECONDS });
}

/** The code that this browser has opened the page with last, even if it is used up, or null. */
export async function readCode(): Promise<string | null> {
  return (await cookies()).get(LINK_COOKIE)?.value ?? null;
}

/** Whether the page is shown after a code was to be kept. If it then has none, cookies are blocked. */
export async function isOpened(): Promise<boolean> {
  return (await headers()).get(PAGE_ADDRESS)?.endsWith(OPENED) ?? false;
}

/** Names a code without giving it away, so that a form can say which link its page showed. */
export const linkNameOf = (code: string) => hashToken(code).toString('base64url');

/**
 * The code for a form of the page.
 * @param shownLink the name of the code that the page showed. It is only compared: another tab may
 *   have opened another link since
 * @throws AppError `other_link`, also when the page has waited longer than the code is kept
 */
export async function requireCode({ shownLink }: { shownLink: unknown }): Promise<string> {
  const code = await readCode();
  if (code === null || linkNameOf(code) !== shownLink) throw new AppError('other_link');
  return code;
}
