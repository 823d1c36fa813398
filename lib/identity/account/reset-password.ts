import { z } from 'zod';
import { recordAccountAct } from '@/lib/audit/record-act';
import { db } from '@/lib/database/client';
import { databaseTime } from '@/lib/database/clock';
import { inTransaction } from '@/lib/database/transaction';
import { AppError } from '@/lib/errors';
import { linkOf } from '@/lib/identity/links/link-codes';
import { hashPassword, newPassword } from '@/lib/identity/passwords/passwords';
import { refusePersonalPassword } from '@/lib/identity/passwords/refuse-personal-password';
import { forgetAttempts } from '@/lib/identity/passwords/throttle';
import { accountLanguage, emailAddress } from '@/lib/identity/schema';
import { forgetDevices } from '@/lib/identity/sessions/known-devices';
import { mayMail } from '@/lib/limits/mail-limits';
import { queueMail } from '@/lib/mail/queue-mail';
import { log } from '@/lib/process/log';
import { parse } from '@/lib/validation';

const VALID_MS = 60 * 60_000;

const requestInput = z.strictObject({ email: emailAddress, language: accountLanguage });

/**
 * Mails a link to choose a new password. An address without an account gets a mail that says so.
 * The answer is the same, and one mail is sent either way (ASVS 6.3.8).
 * @param input `{ email, language }`; the language is for an address without an account
 * @param clientAddress for the limit
 * @throws AppError `validation_failed` or `rate_limited`
 */
export async function requestPasswordReset(input: unknown, clientAddress: string): Promise<void> {
  const { email, language } = parse(requestInput, input);
  if (!(await mayMail('reset', email, clientAddress))) {
    log.warn({ clientAddress }, 'password reset throttled');
    return;
  }
  const user = await db.user.findUnique({
    where: { email },
    select: { id: true, name: true, language: true },
  });
  log.info({ userId: user?.id, clientAddress }, 'password reset requested');
  if (!user) {
    const mail = { to: email, locale: language, path: '/register' };
    return queueMail('noAccount', mail, { triedForMs: VALID_MS });
  }
  const expiresAt = new Date(databaseTime() + VALID_MS);
  const data = { userId: user.id, expiresAt };
  await inTransaction(async (tx) => {
    const { id } = await tx.passwordReset.create({ data, select: { id: true } });
    const mail = { to: email, locale: user.language, values: { name: user.name } };
    const link = { opens: 'passwordReset', id, endsAt: expiresAt.toISOString() } as const;
    const terms = { link, triedForMs: VALID_MS };
    await queueMail('resetPassword', { ...mail, path: '/reset-password' }, terms);
  });
}

/**
 * Whose password a mailed link replaces.
 * @param token from the link
 * @returns null if the link is unknown, used up or too old
 */
export async function findPasswordReset(token: string) {
  return db.passwordReset.findFirst({
    where: linkOf(token),
    select: { userId: true, user: { select: { email: true, name: true } } },
  });
}

const resetInput = z.strictObject({ token: z.string(), password: newPassword });

/**
 * Sets a new password by a mailed link, ends every session of the account (ASVS 7.4.3), forgets its
 * devices, and tells its person by mail (ASVS 6.3.7). It also ends the account's throttle, so that an
 * attacker's guesses do not keep the owner waiting.
 * @param input `{ token, password }`; this token and any other of the account are used up
 * @throws AppError `validation_failed` or `link_not_valid`
 */
export async function resetPassword(input: unknown): Promise<{ userId: string }> {
  const { token, password } = parse(resetInput, input);
  // Checked before the password is hashed: hashing is too expensive to do for any stranger.
  const reset = await findPasswordReset(token);
  if (!reset) throw new AppError('link_not_valid');
  const { userId, user } = reset;
  refusePersonalPassword(password, user);
  const passwordHash = await hashPassword(password);

  await inTransaction(async (tx) => {
    // Locks the user's row first, so that a sign-in or a password change waits or is already done.
    await tx.user.update({ where: { id: userId }, data: { passwordHash }, select: { id: true } });
    // If two requests use the link at once, only one of them deletes its row.
    const { count } = await tx.passwordReset.deleteMany({ where: linkOf(token) });
    if (count === 0) throw new AppError('link_not_valid');
    await tx.passwordReset.deleteMany({ where: { userId } });
    await tx.session.deleteMany({ where: { userId } });
    await forgetDevices(tx, userId);
    await recordAccountAct(tx, { userId }, 'password.reset', userId, {});
  });
  await forgetAttempts(user.email);
  return { userId };
}
