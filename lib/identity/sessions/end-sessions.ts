import { z } from 'zod';
import { recordAccountAct } from '@/lib/audit/record-act';
import { inTransaction } from '@/lib/database/transaction';
import { assertPassword } from '@/lib/identity/passwords/assert-password';
import { emailAddress } from '@/lib/identity/schema';
import { parse } from '@/lib/validation';
import type { LiveSession } from './find-session';
import { forgetDevices } from './known-devices';

/** Stands for all sessions but the one that asks. */
export const OTHERS = 'others';

const input = z.strictObject({
  session: z.union([z.literal(OTHERS), z.uuid()]),
  password: z.string(),
});

/**
 * Ends one session of the signed-in person, or all but this one (ASVS 7.4.3, 7.5.2). Someone who
 * borrows a browser cannot do so: it takes the password.
 * @param given `{ session, password }`: the id of a session, or {@link OTHERS}; one that has ended
 *   meanwhile, or is somebody else's, is left alone
 * @throws AppError `validation_failed`, also for a wrong password, or `rate_limited`
 */
export async function endSessions({ id, user }: LiveSession, given: unknown): Promise<void> {
  const { session, password } = parse(input, given);
  await assertPassword(user, password, 'password');
  const which = session === OTHERS ? { not: id } : session;
  const userId = user.id;
  await inTransaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { userId, id: which } });
    await recordAccountAct(tx, { userId }, 'sessions.ended', userId, { count });
  });
}

/**
 * Ends every session of an account, and forgets its devices, for an operator. The password still
 * opens it.
 * @returns how many sessions that were, or null if no account has the address
 */
export async function endSessionsOf(email: string): Promise<number | null> {
  return inTransaction(async (tx) => {
    // Waits for a sign-in that has begun, so that its session ends too.
    const [user] = await tx.$queryRaw<{ id: string }[]>`
      select "id" from "User" where "email" = ${emailAddress.parse(email)} for no key update`;
    if (!user) return null;
    const { count } = await tx.session.deleteMany({ where: { userId: user.id } });
    await forgetDevices(tx, user.id);
    await recordAccountAct(tx, { userId: null }, 'sessions.ended', user.id, { count });
    return count;
  });
}
