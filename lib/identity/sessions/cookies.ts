import { createHash } from 'node:crypto';
import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { cookieName, isSecure } from '@/lib/request/cookie-name';
import { sessionSecret } from './session-secret';
import { ABSOLUTE_TIMEOUT_MS } from './timeouts';

export const COOKIE_OPTIONS = {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: isSecure,
} as const;

export const SESSION_COOKIE = cookieName('session');

/** The cookie that next-auth compares a posted `csrfToken` with. */
const CSRF_COOKIE = cookieName('csrf');

/**
 * The token that a form posts to next-auth, as its cookie has it. Cookies know no port: one of another
 * installation on this host counts as none, as next-auth would refuse its token.
 */
export async function readCsrfToken(): Promise<string | null> {
  const [token, hash] = (await cookies()).get(CSRF_COOKIE)?.value.split('|') ?? [];
  const own = createHash('sha256').update(`${token}${sessionSecret()}`).digest('hex');
  return token && hash === own ? token : null;
}

/** @returns the session id in this request's cookie, even if the session has ended, or null */
export async function readSessionCookie(): Promise<string | null> {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;
  // A cookie that we did not encrypt counts as none.
  const content = await decode({ token, secret: sessionSecret() }).catch(() => null);
  return typeof content?.sessionId === 'string' ? content.sessionId : null;
}

/** Gives a session id to the browser in the form that next-auth uses. For server actions. */
export async function writeSessionCookie(sessionId: string): Promise<void> {
  const maxAge = ABSOLUTE_TIMEOUT_MS / 1000;
  const value = await encode({ token: { sessionId }, secret: sessionSecret(), maxAge });
  (await cookies()).set(SESSION_COOKIE, value, { ...COOKIE_OPTIONS, maxAge });
}
