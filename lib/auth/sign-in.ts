import { z } from 'zod';
import { db } from '@/lib/db';
import { log } from '@/lib/log';
import { verifyPassword } from './passwords';

const credentials = z.object({
  email: z
    .string()
    .max(254)
    .regex(/^\P{Cc}*$/u)
    .transform((email) => email.trim().toLowerCase()),
  password: z.string().min(1).max(1024),
});

/**
 * Checks an email and password. An unknown email takes as long as a wrong password and gives the
 * same answer (ASVS 6.3.8).
 * @param input whatever was posted
 * @param clientAddress for the log, see lib/client-address.ts
 * @returns the user's id, or null
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
  const matches = await verifyPassword(user?.passwordHash ?? null, data.password);
  // Not the email: people type their password there.
  const line = { userId: user?.id, clientAddress };
  if (!user || !matches) {
    log.warn(line, 'sign-in refused');
    return null;
  }
  log.info(line, 'signed in');
  return { id: user.id };
}
