import { z } from 'zod';
import { hashPassword, newPassword } from '@/lib/auth/passwords';
import type { LiveSession } from '@/lib/auth/sessions';
import type { Locale } from '@/lib/i18n/locale';
import { log } from '@/lib/log';
import { sendMail } from '@/lib/mail/send-mail';
import { inTransaction } from '@/lib/transaction';
import { parse } from '@/lib/validation';
import { assertPassword } from './assert-password';

const input = z.strictObject({ currentPassword: z.string(), password: newPassword });

/**
 * Changes the password of whoever is signed in, ends their other sessions (ASVS 7.4.3), and mails
 * them that it happened.
 * @param given `{ currentPassword, password }`
 * @throws AppError `validation_failed`, also for a wrong current password, or `rate_limited`
 */
export async function changePassword(session: LiveSession, given: unknown): Promise<void> {
  const { currentPassword, password } = parse(input, given);
  await assertPassword(session.user, currentPassword, 'currentPassword');
  const passwordHash = await hashPassword(password);
  const userId = session.user.id;
  const { email, name, language } = await inTransaction(async (tx) => {
    await tx.session.deleteMany({ where: { userId, id: { not: session.id } } });
    await tx.passwordReset.deleteMany({ where: { userId } });
    return tx.user.update({
      where: { id: userId },
      data: { passwordHash },
      select: { email: true, name: true, language: true },
    });
  });
  log.info({ userId }, 'password changed');
  const mail = { to: email, locale: language as Locale, values: { name } };
  // The password is changed, whether or not the mail gets through: sendMail has logged it.
  await sendMail('passwordChanged', { ...mail, path: '/forgot-password' }).catch(() => {});
}
