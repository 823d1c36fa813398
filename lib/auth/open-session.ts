import { cookies } from 'next/headers';
import { encode } from 'next-auth/jwt';
import { getSession } from './current';
import { requestOrigin, SESSION_COOKIE, SESSION_COOKIE_OPTIONS } from './options';
import { sessionSecret } from './secret';
import { ABSOLUTE_TIMEOUT_MS, endSession, startSession } from './sessions';

/**
 * Signs in someone who has just proved who they are by a mailed link, as next-auth would after a
 * password, in place of whoever was signed in here. For server actions: it sets the cookie of the
 * answer.
 */
export async function openSession(userId: string): Promise<void> {
  const former = await getSession();
  if (former) await endSession(former);
  const sessionId = await startSession(userId, await requestOrigin());
  const maxAge = ABSOLUTE_TIMEOUT_MS / 1000;
  const value = await encode({ token: { sessionId }, secret: sessionSecret(), maxAge });
  (await cookies()).set(SESSION_COOKIE, value, { ...SESSION_COOKIE_OPTIONS, maxAge });
}
