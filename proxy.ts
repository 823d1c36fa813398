import { type NextRequest, NextResponse } from 'next/server';
import { PAGE_ADDRESS, PAGE_METHOD, PAGE_NONCE } from './lib/facts/internal-headers.mjs';
import { localeIn } from './lib/i18n/address';
import { linkInPath } from './lib/identity/links/link-pages';
import { LOCALE_COOKIE, PREFERENCE_COOKIE } from './lib/preferences/cookie';
import { isReadableForm, isReadableInput } from './lib/request/action-input';
import { secondsUntilAllowed } from './lib/request/costly-pages';

const development = process.env.NODE_ENV === 'development';

/** Browsers let a form's answer redirect only to origins that the policy names. */
const formTargets = [
  `'self'`,
  process.env.GOOGLE_CLIENT_ID && 'https://accounts.google.com',
  process.env.GITHUB_CLIENT_ID && 'https://github.com',
].filter(Boolean);

/**
 * Gives each page its Content-Security-Policy with a fresh nonce (ASVS 3.4.3), and its own address,
 * which may ask for a language. Access is not checked here: the guards and the domain verbs do that.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (!(await isReadable(request))) return new NextResponse('Bad Request', { status: 400 });
  const link = linkInPath(request.nextUrl.pathname);
  // A demo without the setting is reached by whichever name was used (server/own-origin.mjs).
  const origin = process.env.NEXTAUTH_URL || request.url;
  if (link) return NextResponse.redirect(new URL(link, origin), 303);
  const wait = await secondsUntilAllowed(request.nextUrl.pathname, request.headers);
  if (wait !== null) {
    const headers = { 'Retry-After': String(wait), 'Cache-Control': 'no-store' };
    return new NextResponse('Too Many Requests', { status: 429, headers });
  }
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action ${formTargets.join(' ')}`,
    `frame-ancestors 'none'`,
  ].join('; ');

  const address = request.nextUrl.pathname + request.nextUrl.search;
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  headers.set(PAGE_ADDRESS, address);
  headers.set(PAGE_METHOD, request.method);
  headers.set(PAGE_NONCE, nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  // Someone who opens an address in one language stays in that language.
  const locale = request.method === 'GET' && localeIn(address);
  if (locale) response.cookies.set(LOCALE_COOKIE, locale, PREFERENCE_COOKIE);
  return response;
}

/** Whether Next.js can parse the form or the input of an action. If not, it would answer 500. */
async function isReadable(request: NextRequest): Promise<boolean> {
  const type = request.headers.get('content-type') ?? '';
  if (request.method !== 'POST') return true;
  const isAction = request.headers.has('next-action');
  try {
    if (/^multipart\/form-data/i.test(type)) {
      return isReadableForm(await request.formData(), isAction);
    }
    return !isAction || isReadableInput(await request.text());
  } catch {
    return false;
  }
}

/** Only pages: the API answers JSON, and those of files is in server/every-answer.mjs. */
export const config = {
  matcher: [
    '/((?!api(?:/|$)|_next/|(?:favicon\\.ico|icon\\.svg|llms\\.txt|robots\\.txt|sitemap\\.xml|\\.well-known/(?:api-catalog|leaked-keys|security\\.txt))$).*)',
  ],
};
