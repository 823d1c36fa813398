import { z } from 'zod';
import { recordAccountAct } from '@/lib/audit/record-act';
import { inTransaction } from '@/lib/database/transaction';
import { assertPassword, passwordWrong } from '@/lib/identity/passwords/assert-password';
import { hashPassword, newPassword } from '@/lib/identity/passwords/passwords';
import { refusePersonalPassword } from '@/lib/identity/passwords/refuse-personal-password';
import type { LiveSession } from '@/lib/identity/sessions/find-session';
import { forgetDevices } from '@/lib/identity/sessions/known-devices';
import { renewSession } from '@/lib/identity/sessions/sessions';
import { countOrRefuse } from '@/lib/limits/limiter';
import { parse } from '@/lib/validation';

/** Each change sends a mail and deletes the account's reset links, so changes are limited too. */
const LIMIT = { name: 'password-change', quota: 5, windowSeconds: 3_600 };

const input = z.strictObject({ currentPassword: z.string(), password: newPassword });

/**
 * Changes the signed-in person's password, ends their other sessions (ASVS 7.4.3) and forgets their
 * other devices, gives this session a new id, and tells them by mail.
 * @param given `{ currentPassword, password }`
 * @param device the token of the device in use, if it has one
 * @returns the new id of this session, for the cookie
 * @throws AppError `validation_failed`, also for a wrong current password, or `rate_limited`
 */
export async function changePassword(
  session: LiveSession,
  given: unknown,
  device: string | null = null,
): Promise<string> {
  const { currentPassword, password } = parse(input, given);
  refusePersonalPassword(password, session.user);
  const userId = session.user.id;
  const former = await assertPassword(session.user, currentPassword, 'currentPassword');
  await countOrRefuse(LIMIT, userId);
  const passwordHash = await hashPassword(password);

  return inTransaction(async (tx) => {
    // Changes nothing if the password was set meanwhile, for example through a mailed link.
    const { count } = await tx.user.updateMany({
      where: { id: userId, passwordHash: former },
      data: { passwordHash },
    });
    if (count === 0) throw passwordWrong('currentPassword');
    await tx.session.deleteMany({ where: { userId, id: { not: session.id } } });
    await forgetDevices(tx, userId, device);
    await tx.passwordReset.deleteMany({ where: { userId } });
    await recordAccountAct(tx, { userId }, 'password.changed', userId, {});
    return renewSession(tx, session);
  });
}
