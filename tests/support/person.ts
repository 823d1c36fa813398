import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { db } from '@/lib/database/client';
import { findSession, type LiveSession } from '@/lib/identity/sessions/find-session';
import { startSession } from '@/lib/identity/sessions/sessions';
import { signInWithPassword } from '@/lib/identity/sign-in/with-password';
import { makeUser } from './workspace';

export const PASSWORD = 'four words and ñandú';

/** Where requests of a test come from: each has an address of its own, and so its own limits. */
export const newAddress = () => `test-${randomUUID()}`;

export const newEmail = () => `${randomUUID()}@people.test`;

/**
 * A hash of the least cost. It says itself what it costs to compare, and tests compare thousands; that
 * real ones cost enough is a test of its own.
 */
let cheap: Promise<string> | undefined;

/** Someone with a password. */
export async function makePerson(): Promise<{ id: string; email: string }> {
  cheap ??= hash(PASSWORD.normalize('NFC'), { memoryCost: 8, timeCost: 1 });
  const id = await makeUser(await cheap);
  const { email } = await db.user.findUniqueOrThrow({ where: { id }, select: { email: true } });
  return { id, email };
}

/** Signs someone in, past the password. */
export async function signIn(userId: string): Promise<{ sessionId: string; session: LiveSession }> {
  const sessionId = await startSession(userId);
  const session = await findSession(sessionId);
  if (!session) throw new Error('The session did not start.');
  return { sessionId, session };
}

/** Whom an email and password sign in, or null. */
export async function checkPassword(
  input: unknown,
  address = newAddress(),
  deviceToken: string | null = null,
) {
  const signedIn = await signInWithPassword(input, { address, userAgent: '' }, deviceToken);
  return signedIn && { id: signedIn.id };
}
