import { requestDevice } from '@/lib/request/device';
import { readSessionCookie, writeSessionCookie } from './cookies';
import { endSessionById, startSession, sweepSessions } from './sessions';

/**
 * Signs in someone who has just proved who they are by a mailed link, in place of whoever was
 * signed in here. For server actions.
 */
export async function openSession(userId: string): Promise<void> {
  await closeFormerSession();
  await writeSessionCookie(await startSession(userId, await requestDevice()));
}

/**
 * Ends the session that this browser still holds, before it gets another (ASVS 7.2.4): a copy of
 * its cookie is dead then. Sessions that are over by their age are swept up on the way.
 */
export async function closeFormerSession(): Promise<void> {
  await sweepSessions();
  const sessionId = await readSessionCookie();
  if (sessionId) await endSessionById(sessionId);
}
