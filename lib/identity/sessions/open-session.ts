import { requestDevice } from '@/lib/request/device';
import { readSessionCookie, writeSessionCookie } from './cookies';
import { rememberDevice } from './known-devices';
import { endSessionById, startSession, sweepSessions } from './sessions';

/**
 * Signs in someone who has just proved who they are by a mailed link. It replaces the session that
 * this browser had before. For server actions.
 */
export async function openSession(userId: string): Promise<void> {
  await closeFormerSession();
  await rememberDevice(userId);
  await writeSessionCookie(await startSession(userId, await requestDevice()));
}

/**
 * Ends the session that this browser still has, before it gets a new one (ASVS 7.2.4), so that a
 * copy of the old cookie is useless. It also deletes sessions that have reached their maximum age.
 */
export async function closeFormerSession(): Promise<void> {
  await sweepSessions();
  const sessionId = await readSessionCookie();
  if (sessionId) await endSessionById(sessionId);
}
