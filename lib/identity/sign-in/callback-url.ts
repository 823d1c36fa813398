import type { NextRequest } from 'next/server';
import { cookieName } from '@/lib/request/cookie-name';

export const CALLBACK_COOKIE = cookieName('callback-url');

/**
 * Where next-auth is asked to lead to after the sign-in, if that is no address: it would answer 500.
 * @returns `query` or `cookie`, whichever holds it, or null
 */
export function wrongCallback({ nextUrl, cookies }: NextRequest): 'query' | 'cookie' | null {
  if (!isAddress(nextUrl.searchParams.get('callbackUrl'))) return 'query';
  return isAddress(cookies.get(CALLBACK_COOKIE)?.value) ? null : 'cookie';
}

const isAddress = (value: string | null | undefined) =>
  !value || (value.startsWith('/') ? URL.canParse(value, 'http://localhost') : isWeb(value));

const isWeb = (value: string) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
