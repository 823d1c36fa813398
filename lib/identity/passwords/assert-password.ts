import { db } from '@/lib/database/client';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/process/log';
import { verifyPassword } from './passwords';
import { throttled } from './throttle';

/**
 * Checks a signed-in person's password again, so that someone who borrows their browser cannot take
 * a serious step (ASVS 7.5.1). Throttled like a sign-in, and logged when it is wrong (ASVS 16.3.1).
 * @param field of the form, for the error
 * @returns the stored hash that the password matches
 * @throws AppError `validation_failed` with `password_wrong` for that field, or `rate_limited`
 */
export async function assertPassword(
  user: { id: string; email: string },
  password: string,
  field: string,
): Promise<string> {
  const line = { userId: user.id };
  const matched = await throttled({ account: user.email }, async () => {
    const row = await db.user.findUnique({
      where: { id: user.id },
      select: { passwordHash: true },
    });
    const stored = row?.passwordHash ?? null;
    return (await verifyPassword(stored, password)) ? stored : null;
  }).catch((error) => {
    if (AppError.is(error, 'rate_limited')) log.warn(line, 'password throttled');
    throw error;
  });
  if (matched !== null) return matched;
  log.warn(line, 'password refused');
  throw passwordWrong(field);
}

/** @param field of the form that the password was typed into */
export function passwordWrong(field: string): AppError {
  const detail = 'This password is not right.';
  return new AppError('validation_failed', {
    errors: [{ pointer: `#/${field}`, code: 'password_wrong', detail }],
  });
}
