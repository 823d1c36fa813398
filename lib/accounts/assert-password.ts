import { verifyPassword } from '@/lib/auth/passwords';
import { throttled } from '@/lib/auth/throttle';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';

/**
 * Asks a signed-in person for their password again, before a step that a borrowed browser must not
 * be able to take (ASVS 7.5.1). Throttled like a sign-in.
 * @param field of the form, for the error
 * @throws AppError `validation_failed` with `password_wrong` for that field, or `rate_limited`
 */
export async function assertPassword(
  user: { id: string; email: string },
  password: string,
  field: string,
): Promise<void> {
  const right = await throttled({ account: user.email }, async () => {
    const row = await db.user.findUnique({
      where: { id: user.id },
      select: { passwordHash: true },
    });
    return (await verifyPassword(row?.passwordHash ?? null, password)) ? true : null;
  });
  if (right) return;
  const detail = 'This password is not right.';
  throw new AppError('validation_failed', {
    errors: [{ pointer: `#/${field}`, code: 'password_wrong', detail }],
  });
}
