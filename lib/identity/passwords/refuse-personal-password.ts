import { AppError } from '@/lib/errors';
import { isCommonPassword } from './common-passwords';

/**
 * Refuses a new password that is little more than its person's address or name (ASVS 6.2.11).
 * @throws AppError `validation_failed` with `password_common` for the field `password`
 */
export function refusePersonalPassword(
  password: string,
  { email, name }: { email: string; name: string },
): void {
  if (!isCommonPassword(password, [email, name])) return;
  const detail = 'This password is easily guessed.';
  throw new AppError('validation_failed', {
    errors: [{ pointer: '#/password', code: 'password_common', detail }],
  });
}
