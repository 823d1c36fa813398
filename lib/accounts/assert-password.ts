import { verifyPassword } from '@/lib/auth/passwords';
import { throttled } from '@/lib/auth/throttle';
import { db } from '@/lib/database/client';
import { AppError } from '@/lib/errors';

/**
 * Checks a signed-in person's password again, so that someone who borrows their browser cannot take
 * a serious step (ASVS 7.5.1). Throttled like a sign-in.
 * @param field of the form, for the error
 * @returns the stored hash that the password matches
 * @throws AppError `validation_failed` with `password_wrong` for that field, or `rate_limited`
 */
export async function assertPassword(
  user: { id: string; email: string },
  password: string,
  field: string,
): Promise<string> {
  const matched = await throttled({ account: user.email }, async () => {
    const row = await db.user.findUnique({
      where: { id: user.id },
      select: { passwordHash: true },
    });
    const stored = row?.passwordHash ?? null;
    return (await verifyPassword(stored, password)) ? stored : null;
  });
  if (matched === null) throw passwordWrong(field);
  return matched;
}

/** @param field of the form that the password was typed into */
export function passwordWrong(field: string): AppError {
  const detail = 'This password is not right.';
  return new AppError('validation_failed', {
    errors: [{ pointer: `#/${field}`, code: 'password_wrong', detail }],
  });
}
