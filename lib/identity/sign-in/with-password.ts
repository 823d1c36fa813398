import { z } from 'zod';
import { db } from '@/lib/database/client';
import { inTransaction } from '@/lib/database/transaction';
import { AppError } from '@/lib/errors';
import { verifyPassword } from '@/lib/identity/passwords/passwords';
import { throttled } from '@/lib/identity/passwords/throttle';
import { emailAddress } from '@/lib/identity/schema';
import { findKnownDevice } from '@/lib/identity/sessions/known-devices';
import { startSession } from '@/lib/identity/sessions/sessions';
import { log } from '@/lib/process/log';
import type { Device } from '@/lib/request/device';

const credentials = z.object({
  email: z
    .string()
    .regex(/^\P{Cc}*$/u)
    .pipe(emailAddress),
  password: z.string().min(1).max(1024),
});

/**
 * Begins a session for an email and password. An unknown email takes as long as a wrong password
 * and gives the same answer (ASVS 6.3.8).
 * @param input whatever was posted
 * @param device for the limit, the log and the list of sessions
 * @param deviceToken what the browser keeps to be recognized by
 * @returns the user's id and the session's, or null
 * @throws AppError `rate_limited` after too many wrong passwords (ASVS 6.3.1)
 */
export async function signInWithPassword(
  input: unknown,
  device: Device,
  deviceToken: string | null = null,
): Promise<{ id: string; sessionId: string } | null> {
  const { data } = credentials.safeParse(input);
  if (!data) return null;
  const { address } = device;
  const user = await db.user.findUnique({
    where: { email: data.email },
    select: { id: true, passwordHash: true },
  });
  // Not the email: people type their password there.
  const line = { userId: user?.id, clientAddress: address };
  const knownDevice = await findKnownDevice(deviceToken, data.email);
  const attempt = { account: data.email, origin: { address, knownDevice } };
  try {
    const signedIn = await throttled(attempt, async () => {
      const matches = await verifyPassword(user?.passwordHash ?? null, data.password);
      return user && matches ? startUnlessChanged(user, device) : null;
    });
    if (signedIn) log.info(line, 'signed in');
    else log.warn(line, 'sign-in refused');
    return signedIn;
  } catch (error) {
    if (AppError.is(error, 'rate_limited')) log.warn(line, 'sign-in throttled');
    throw error;
  }
}

/**
 * Starts no session if the password was changed since it was checked. It locks the user's row until
 * the session exists, so that a later password change ends this session too.
 */
function startUnlessChanged(
  { id, passwordHash }: { id: string; passwordHash: string | null },
  device: Device,
): Promise<{ id: string; sessionId: string } | null> {
  return inTransaction(async (tx) => {
    const unchanged = await tx.$queryRaw<unknown[]>`
      select 1 as "found" from "User" where "id" = ${id}::uuid and "passwordHash" = ${passwordHash} for share`;
    if (unchanged.length === 0) return null;
    return { id, sessionId: await startSession(id, device) };
  });
}
