import { encode } from 'next-auth/jwt';

/**
 * What the browser of somebody who is signed in sends. The domain reads its settings when it is loaded,
 * and so is loaded only now.
 */
export async function cookieOf(userId: string): Promise<string> {
  const { startSession } = await import('@/lib/identity/sessions/sessions');
  const { SESSION_COOKIE } = await import('@/lib/identity/sessions/cookies');
  const { sessionSecret } = await import('@/lib/identity/sessions/session-secret');
  const token = { sessionId: await startSession(userId) };
  return `${SESSION_COOKIE}=${await encode({ token, secret: sessionSecret() })}`;
}
