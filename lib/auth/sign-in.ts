import { z } from 'zod';
import { emailAddress } from '@/lib/accounts/schema';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { verifyPassword } from './passwords';
import { throttled } from './throttle';

const credentials = z.object({
  email: z
    .string()
    .regex(/^\P{Cc}*$/u)
    .pipe(emailAddress),
  password: z.string().min(1).max(1024),
});

/**
 * Checks an email and password. An unknown email takes as long as a wrong password and gives the
 * same answer (ASVS 6.3.8).
 * @param input whatever was posted
 * @param clientAddress for the limit and the log, see lib/client-address.ts
 * @returns the user's id, or null
 * @throws AppError `rate_limited` after too many wrong passwords (ASVS 6.3.1)
 */
export async function checkCredentials(
  input: unknown,
  clientAddress: string,
): Promise<{ id: string } | null> {
  const { data } = credentials.safeParse(input);
  if (!data) return null;
  const user = await db.user.findUnique({
    where: { email: data.email },
    select: { id: true, passwordHash: true },
  });
  // Not the email: people type their password there.
  const line = { userId: user?.id, clientAddress };
  const attempt = {
    account: data.email,
    address: clientAddress,
    isFamiliar: async () => user !== null && hasSessionFrom(user.id, clientAddress),
  };
  try {
    const id = await throttled(attempt, async () => {
      const matches = await verifyPassword(user?.passwordHash ?? null, data.password);
      return user && matches ? user.id : null;
    });
    if (id) log.info(line, 'signed in');
    else log.warn(line, 'sign-in refused');
    return id ? { id } : null;
  } catch (error) {
    if (AppError.is(error, 'rate_limited')) log.warn(line, 'sign-in throttled');
    throw error;
  }
}

/** Whether the account is signed in from this address at this time. */
async function hasSessionFrom(userId: string, address: string): Promise<boolean> {
  const session = await db.session.findFirst({
    where: { userId, address, expiresAt: { gt: new Date() } },
    select: { id: true },
  });
  return session !== null;
}
