import type { NextAuthOptions } from 'next-auth';
import credentials from 'next-auth/providers/credentials';
import { COOKIE_OPTIONS, cookieName } from '@/lib/auth/cookies';
import { closeFormerSession } from '@/lib/auth/open-session';
import { sessionSecret } from '@/lib/auth/secret';
import {
  ABSOLUTE_TIMEOUT_MS,
  endSession,
  findSession,
  type LiveSession,
  startSession,
} from '@/lib/auth/sessions';
import { isOutage } from '@/lib/database/outage';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/process/log';
import { requestOrigin } from '@/lib/request/device';
import { providers } from './providers';
import { signInWithPassword } from './with-password';

const cookie = (name: string) => ({ name: cookieName(name), options: COOKIE_OPTIONS });

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
      authorize: async (input) => {
        try {
          return await signInWithPassword(input, await requestOrigin());
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
    jwt: async ({ token, user }) => {
      if (!user) return token;
      await closeFormerSession();
      return { sessionId: user.sessionId ?? (await startSession(user.id, await requestOrigin())) };
    },
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
  interface User {
    /** of the session that began with the password; someone from a provider has none yet */
    sessionId?: string;
  }
  interface Session {
    live: LiveSession | null;
    /** the database did not answer, so nobody knows whether the session is alive */
    outage: boolean;
  }
}
