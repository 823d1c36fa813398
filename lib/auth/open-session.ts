import { cookies } from 'next/headers';
import { encode } from 'next-auth/jwt';
import { requestOrigin, SESSION_COOKIE, SESSION_COOKIE_OPTIONS } from './options';
import { sessionSecret } from './secret';
import { ABSOLUTE_TIMEOUT_MS, startSession } from './sessions';

/**
 * Signs in someone who has just proved who they are by a mailed link, as next-auth would after a
 * password. For server actions: it sets the cookie of the answer.
 */
export async function openSession(userId: string): Promise<void> {
  const sessionId = await startSession(userId, await requestOrigin());
  const maxAge = ABSOLUTE_TIMEOUT_MS / 1000;
  const value = await encode({ token: { sessionId }, secret: sessionSecret(), maxAge });
  (await cookies()).set(SESSION_COOKIE, value, { ...SESSION_COOKIE_OPTIONS, maxAge });
}
