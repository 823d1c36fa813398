import type { NextAuthOptions } from 'next-auth';
import credentials from 'next-auth/providers/credentials';
import { AppError } from '@/lib/errors';
import { providers } from '@/lib/identity/providers/providers';
import { COOKIE_OPTIONS } from '@/lib/identity/sessions/cookies';
import { readDeviceCookie, rememberDevice } from '@/lib/identity/sessions/known-devices';
import { closeFormerSession } from '@/lib/identity/sessions/open-session';
import { sessionSecret } from '@/lib/identity/sessions/session-secret';
import { startSession } from '@/lib/identity/sessions/sessions';
import { ABSOLUTE_TIMEOUT_MS } from '@/lib/identity/sessions/timeouts';
import { log } from '@/lib/process/log';
import { cookieName } from '@/lib/request/cookie-name';
import { requestDevice } from '@/lib/request/device';
import { nextAuthLog } from './next-auth-log';
import { signInWithPassword } from './with-password';

const cookie = (name: string) => ({ name: cookieName(name), options: COOKIE_OPTIONS });

/**
 * next-auth's settings. It signs people in and writes the cookie, which holds an encrypted random
 * session id. The session's row says whether it is alive and whose it is: see lib/identity/sessions/guards.ts.
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
          return await signInWithPassword(input, await requestDevice(), await readDeviceCookie());
        } catch (error) {
          // next-auth puts this text into the redirect's address: a fixed word, never the cause.
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
      await rememberDevice(user.id);
      return { sessionId: user.sessionId ?? (await startSession(user.id, await requestDevice())) };
    },
  },
  logger: nextAuthLog,
});

declare module 'next-auth' {
  interface User {
    /** of the session that began with the password; not set for a provider's sign-in */
    sessionId?: string;
  }
}
