import { headers as requestHeaders } from 'next/headers';
import type { NextAuthOptions } from 'next-auth';
import credentials from 'next-auth/providers/credentials';
import { clientAddress } from '@/lib/client-address';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { isOutage } from '@/lib/outage';
import { providers } from './providers';
import { sessionSecret } from './secret';
import {
  ABSOLUTE_TIMEOUT_MS,
  endSession,
  findSession,
  type LiveSession,
  type Origin,
  startSession,
} from './sessions';
import { checkCredentials } from './sign-in';

const secure = env.NEXTAUTH_URL.startsWith('https:');

/** Browsers take a `__Host-` cookie from this very origin over https only (ASVS 3.3). */
export const cookieName = (name: string) => `${secure ? '__Host-' : ''}zendrhax.${name}`;

export const SESSION_COOKIE_OPTIONS = {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure,
} as const;

const cookie = (name: string) => ({ name: cookieName(name), options: SESSION_COOKIE_OPTIONS });

/** The cookie that next-auth compares a posted `csrfToken` with. */
export const CSRF_COOKIE = cookieName('csrf');
export const SESSION_COOKIE = cookieName('session');

/**
 * next-auth's settings. The cookie holds a random session id, encrypted; whether it is alive is
 * decided by the Session row each time it is read, so signing out kills every copy of it.
 */
export const authOptions = (): NextAuthOptions => ({
  secret: sessionSecret(),
  session: { strategy: 'jwt', maxAge: ABSOLUTE_TIMEOUT_MS / 1000 },
  pages: { signIn: '/sign-in', signOut: '/', error: '/sign-in' },
  cookies: {
    sessionToken: cookie('session'),
    csrfToken: cookie('csrf'),
    callbackUrl: cookie('callback-url'),
  },
  providers: [
    credentials({
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      authorize: async (input, { headers }) => {
        try {
          return await checkCredentials(input, clientAddress(new Headers(headers)));
        } catch (error) {
          // next-auth puts this text into the address it redirects to: one fixed word, no cause.
          if (AppError.is(error, 'rate_limited')) throw new Error('TooManyAttempts');
          log.error({ err: error }, 'sign-in could not be checked');
          throw new Error('Unavailable');
        }
      },
    }),
    ...providers(),
  ],
  callbacks: {
    jwt: async ({ token, user }) =>
      user ? { sessionId: await startSession(user.id, await requestOrigin()) } : token,
    session: async ({ session, token }) => ({
      expires: session.expires,
      ...(await readLive(String(token.sessionId))),
    }),
  },
  events: {
    signOut: async ({ token }) => {
      const live = await findSession(String(token?.sessionId));
      if (live) await endSession(live);
    },
  },
  logger: {
    error: (code, details) => log.error({ code, details }, 'next-auth'),
    warn: (code) => log.debug({ code }, 'next-auth'),
    debug: () => {},
  },
});

/** Where the request that signs someone in comes from. */
export async function requestOrigin(): Promise<Origin> {
  const headers = await requestHeaders();
  return { address: clientAddress(headers), userAgent: headers.get('user-agent') ?? '' };
}

/** next-auth takes whatever is thrown while a session is read for a sign-out; an outage is none. */
async function readLive(sessionId: string) {
  try {
    return { live: await findSession(sessionId), outage: false };
  } catch (error) {
    if (!isOutage(error)) throw error;
    log.error({ err: error }, 'the database does not answer');
    return { live: null, outage: true };
  }
}

declare module 'next-auth' {
  interface Session {
    live: LiveSession | null;
    /** the database did not answer, so nobody knows whether the session is alive */
    outage: boolean;
  }
}
